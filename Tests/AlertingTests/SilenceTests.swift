import Alerting
import Testing
import Vocabulary

/// Times in which nobody is told, or nobody is reminded.
@Suite struct SilenceTests {
    private let silence = Silence(
        match: AlertMatcher(
            tags: TagMatcher(["district": ["liwan"]]), rules: ["rule"], cameras: ["camera-1"]),
        author: "Li Wei", reason: "harvest", start: june, end: june + .days(5))

    @Test("it holds from its start up to its end, for what it names")
    func covers() {
        let event = event("camera-1", rule: "rule")
        let tags = ["district": "liwan"]
        #expect(silence.covers(event, tags: tags, at: june))
        #expect(silence.covers(event, tags: tags, at: june + .days(5) - .seconds(1)))
        #expect(!silence.covers(event, tags: tags, at: june + .days(5)))
        #expect(!silence.covers(event, tags: tags, at: june - .seconds(1)))
        #expect(!silence.covers(event, tags: ["district": "yuexiu"], at: june))
        #expect(!silence.covers(self.event("camera-2", rule: "rule"), tags: tags, at: june))
        #expect(!silence.covers(self.event("camera-1", rule: "other"), tags: tags, at: june))
    }

    @Test("it needs an author, a reason, and an end within 30 days")
    func mistakes() {
        #expect(silence.mistakes == [])
        var wrong = silence
        wrong.author = ""
        wrong.reason = ""
        wrong.end = wrong.start
        #expect(wrong.mistakes == [.noAuthor, .noReason, .endsBeforeStart])
        wrong = silence
        wrong.end = wrong.start + Silence.longest
        #expect(wrong.mistakes == [])
        wrong.end = wrong.end + .seconds(1)
        #expect(wrong.mistakes == [.tooLong])
        for mistake in Silence.Mistake.allCases {
            #expect(mistake.description.split(separator: "; ").count == 2)
        }
    }

    @Test("quiet hours may last past midnight, by the clocks of the place")
    func quietHours() {
        let shanghai = CivilTimeZone(firstOffsetSeconds: 8 * 3600)
        let night = QuietHours(
            fromSecondOfDay: 22 * 3600, toSecondOfDay: 6 * 3600, timeZone: shanghai)
        // Midnight of 1 June in UTC is 8 in the morning in Shanghai.
        #expect(!night.contains(june))
        #expect(!night.contains(june + .hours(14) - .seconds(1)))
        #expect(night.contains(june + .hours(14)))
        #expect(night.contains(june + .hours(22) - .seconds(1)))
        #expect(!night.contains(june + .hours(22)))

        let noon = QuietHours(fromSecondOfDay: 12 * 3600, toSecondOfDay: 13 * 3600)
        #expect(noon.contains(june + .hours(12)))
        #expect(!noon.contains(june + .hours(13)))
        #expect(!noon.contains(june + .hours(2)))
    }

    @Test("a zone whose clocks are set knows from when on")
    func clockChange() {
        let zone = CivilTimeZone(
            firstOffsetSeconds: 3600,
            changes: [
                .init(from: june, offsetSeconds: 7200),
                .init(from: june + .days(10), offsetSeconds: 3600),
            ])
        #expect(zone.secondOfDay(at: june - .seconds(1)) == 3599)
        #expect(zone.secondOfDay(at: june) == 7200)
        #expect(zone.secondOfDay(at: june + .days(10)) == 3600)
        let west = CivilTimeZone(firstOffsetSeconds: -5 * 3600)
        #expect(west.secondOfDay(at: june) == 19 * 3600)
        #expect(west.secondOfDay(at: .epoch - .seconds(1)) == 19 * 3600 - 1)
    }

    private func event(_ camera: CameraID, rule: RuleID) -> AlertEvent {
        AlertEvent(
            identity: AlertIdentity(rule: rule, camera: camera, episode: 1), kind: .coverage,
            severity: .major, state: .firing, time: june,
            evidence: AlertEvidence(coverage: 0.5, threshold: 0.3, since: june, model: "model-1"))
    }
}
