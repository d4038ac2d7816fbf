import Alerting
import JSONLines
import Testing
import Vocabulary
import Watch

/// One camera, step by step.
@Suite struct CameraWatchTests {
    @Test("each sample gives an estimate; a gap gives nothing")
    func events() {
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.step(sample(hours: 0, coverage: 0.1), rules: []).count == 1)
        #expect(watch.step(gap(hours: 1), rules: []) == [])
    }

    @Test("one sample of glare fires nothing, whatever the rule", arguments: [0.0, 24, 168])
    func glare(cleanHours: Double) {
        var rule = coverageRule
        rule.hold = .zero
        var watch = CameraWatch(camera: "lock-3")
        let clean = stride(from: 0, to: cleanHours, by: 2).map { sample(hours: $0, coverage: 0.05) }
        let glare = sample(hours: cleanHours, coverage: 0.95)
        let after = (1...20).map { sample(hours: cleanHours + 2 * Double($0), coverage: 0.05) }
        #expect(watch.alerts(clean + [glare] + after, rules: [rule]) == [])
    }

    @Test("water that stays covered fires once, however long it lasts")
    func firesOnce() {
        var watch = CameraWatch(camera: "lock-3")
        let covered = stride(from: 0.0, to: 500, by: 3).map { sample(hours: $0, coverage: 0.5) }
        let alerts = watch.alerts(covered)
        #expect(alerts.map(\.id) == ["coverage-high/lock-3/1/firing"])
        #expect(watch.openAlerts.map(\.description) == ["coverage-high/lock-3/1"])
    }

    @Test("a gap never resolves, however long the camera is blind")
    func blind() {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.alerts(stride(from: 0.0, to: 48, by: 2).map { sample(hours: $0, coverage: 0.5) })
        let before = watch
        let blind = (0..<2000).map { gap(hours: 48 + Double($0), .unreachable) }
        #expect(watch.alerts(blind) == [])
        #expect(watch == before)
    }

    @Test("a sample from the past gives no events")
    func late() {
        var watch = CameraWatch(camera: "lock-3")
        _ = watch.step(sample(hours: 10, coverage: 0.5), rules: [coverageRule])
        #expect(watch.step(sample(hours: 5, coverage: 0.1), rules: [coverageRule]) == [])
    }

    @Test("what another camera saw is passed over")
    func otherCamera() {
        var watch = CameraWatch(camera: "lock-4")
        #expect(watch.step(sample(hours: 0, coverage: 0.5), rules: [coverageRule]) == [])
        #expect(watch == CameraWatch(camera: "lock-4"))
    }

    @Test("a stored state of another version is refused with its number")
    func version() throws {
        let line = try JSONLine.encode(CameraWatch(camera: "lock-3"))
        let newer = line.replacing(#""version":1"#, with: #""version":7"#)
        #expect(newer != line)
        let error = #expect(throws: JSONLineError.self) {
            try JSONLine.decode(CameraWatch.self, from: newer)
        }
        #expect(error?.path == "version")
        #expect(error?.reason.contains("has version 7") == true)
        #expect(error?.reason.contains("reads version 1") == true)
    }
}
