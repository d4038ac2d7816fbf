import Foundation
import Testing

@Suite("What an operator does", .enabled(if: Program.areBuilt))
struct OperatorTests {
    private let demo = Place.root.appending(path: "Fixtures/Sites/Demo/site.yaml")
        .path(percentEncoded: false)

    @Test("A right site file is told so; each mistake of a wrong one has its place")
    func check() async throws {
        let right = try await Program.duckweed("check", demo)
        #expect(right.status == 0)
        #expect(right.output.contains("3 cameras"))

        let scratch = try Scratch()
        let path = try scratch.write(Self.tenMistakes, to: "site.yaml")
        let wrong = try await Program.duckweed("check", path)
        #expect(wrong.status == 78)
        #expect(wrong.lines.count == 10, "\(wrong.output)")
        #expect(wrong.lines.allSatisfy { $0.hasPrefix("\(path):") })
        let json = try await Program.duckweed("check", path, "--json")
        #expect(json.status == 78)
        #expect(json.output.contains(#""line":2"#))
        #expect(json.output.contains("keyframes"))
    }

    @Test("A model that the sampler refuses is a mistake of the site, and starts nothing")
    func refusedModel() async throws {
        let scratch = try Scratch()
        try scratch.write("no model", to: "bad.dwm")
        let site = """
            site: s
            model: bad.dwm
            departments: [{id: d}]
            routes: [{to: d}]
            rules: [{id: r, kind: coverage, raise: 30%}]
            cameras: [{id: c, url: "rtsp://192.0.2.7/x"}]

            """
        let path = try scratch.write(site, to: "site.yaml")
        let check = try await Program.duckweed("check", path)
        #expect(check.status == 78)
        #expect(
            check.output.hasPrefix("\(path):2:8: the model \(scratch.file("bad.dwm")) is refused"))
        #expect(check.lines.count == 1, "\(check.output)")
        let state = scratch.file("state")
        let run = try await Program.duckweed("run", path, "--state", state)
        #expect(run.status == 78)
        #expect(run.errors.contains("\(path):2:8: the model "))
        #expect(!FileManager.default.fileExists(atPath: state))

        let shipped = Place.root.appending(path: "Models/vegseg-day-1.0.0.dwm")
        try scratch.write(try Data(contentsOf: shipped), to: "bad.dwm")
        let right = try await Program.duckweed("check", path)
        #expect(right.status == 0, "\(right.output)")
    }

    @Test("A site with a mistake starts nothing")
    func wrongSite() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.tenMistakes, to: "site.yaml")
        let state = scratch.file("state")
        let result = try await Program.duckweed("run", path, "--state", state)
        #expect(result.status == 78)
        #expect(result.errors.contains("10 mistakes"))
        #expect(!FileManager.default.fileExists(atPath: state))
    }

    @Test("A secret that is missing is named; its value never appears anywhere")
    func secrets() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            """
            site: s
            departments: [{id: d, name: D}]
            routes: [{to: d}]
            rules: [{id: r, kind: coverage, raise: 30%}]
            cameras:
              - {id: c, url: "rtsp://192.0.2.7/x", user: env:CAM_USER, password: env:CAM_PASSWORD,
                 sample: {every: 1s, deadline: 1s}}

            """, to: "site.yaml")
        let missing = try await Program.duckweed("check", path)
        #expect(missing.status == 78)
        #expect(missing.output.contains("CAM_PASSWORD"))

        let known = ["CAM_USER": "viewer", "CAM_PASSWORD": "hush-4711"]
        let right = try await Program.duckweed("check", path, environment: known)
        #expect(right.status == 0, "\(right.output)")
        #expect(!(right.output + right.errors).contains("hush-4711"))
    }

    @Test("A message is received, comes again unless acknowledged, and then no more")
    func queue() async throws {
        let scratch = try Scratch()
        let state = scratch.file("state")
        let run = try await Program.duckweed("run", demo, "--state", state)
        #expect(run.status == 0, "\(run.errors)")

        let first = try await receive(state, lease: "1ms")
        #expect(first.lines.count == 2)
        #expect(first.output.contains(#""specversion":"1.0""#))
        let again = try await receive(state, lease: "10m")
        #expect(again.output == first.output)
        #expect(try await receive(state, lease: "10m").output.isEmpty)

        let id = "coverage-high/lock-3/1/firing/water-bureau"
        #expect(first.output.contains(id))
        let ack = try await Program.duckweed("queue", "ack", "water-bureau", id, "--state", state)
        #expect(ack.status == 0, "\(ack.errors)")
        let unknown = try await Program.duckweed(
            "queue", "ack", "water-bureau", "no/such/message", "--state", state)
        #expect(unknown.status == 1)
        let list = try await Program.duckweed("queue", "list", "--state", state)
        #expect(list.output.contains("1 acknowledged"))
        let status = try await Program.duckweed("status", "--state", state, "--json")
        #expect(status.output.contains(#""outbox":{"#))
        #expect(status.output.contains(#""pending":0"#))
    }

    @Test("A camera's view is approved by name; a camera that was never watched has none")
    func approve() async throws {
        let scratch = try Scratch()
        let state = scratch.file("state")
        let run = try await Program.duckweed("run", demo, "--state", state)
        #expect(run.status == 0, "\(run.errors)")
        let known = try await Program.duckweed("camera", "approve", "lock-3", "--state", state)
        #expect(known.status == 0, "\(known.errors)")
        let unknown = try await Program.duckweed("camera", "approve", "lock-99", "--state", state)
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("lock-99"))
    }

    @Test(
        "Two programs do not watch the same cameras from one state folder",
        .timeLimit(.minutes(5)))
    func locked() async throws {
        let scratch = try Scratch()
        let state = scratch.file("state")
        // The second sample is due in an hour, so this program watches until it is killed.
        let site = try scratch.write(
            """
            site: s
            departments: [{id: d}]
            routes: [{to: d}]
            rules: [{id: r, kind: coverage, raise: 30%}]
            sampling: {every: 1h, keyframes: 1}
            cameras:
              - id: lock-3
                url: \(Place.clip("bloom.mp4"))
                play: {start: 2026-06-01T00:00:00Z, every: 6h}

            """, to: "site.yaml")
        let arguments = ["run", site, "--state", state]
        try await Program.whileRunning(arguments) {
            while try await !Program.duckweed("status", "--state", state).output
                .contains(", 1 samples")
            {
                try await Task.sleep(for: .milliseconds(50))
            }
            let rival = try await Program.run("duckweed", arguments)
            #expect(rival.status == 75, "\(rival.errors)")
        }
    }

    private func receive(_ state: String, lease: String) async throws -> Program.Result {
        try await Program.duckweed(
            "queue", "receive", "water-bureau", "--lease", lease, "--state", state)
    }

    private static let tenMistakes = """
        site: two words
        samplng: {every: 10m}
        departments: [{id: d, name: D}, {id: d, name: Again}]
        routes: [{to: nobody}, {to: d}]
        rules:
          - {id: r, kind: coverage, raise: 30%, clear: 40%}
          - {id: s, kind: speed, raise: 1}
        cameras:
          - {id: a, url: "gopher://10.0.0.1/x"}
          - {id: b, url: "rtsp://me:secret@10.0.0.1/x"}
          - {id: c, url: "rtsp://10.0.0.1/x", sample: {every: 10m, keyframes: none}}

        """
}
