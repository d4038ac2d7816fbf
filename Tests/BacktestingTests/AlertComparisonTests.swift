import Backtesting
import Testing
import Vocabulary

@Suite struct AlertComparisonTests {
    private func day(_ number: Double) -> Timestamp { .epoch + .days(20_000 + number) }

    private func spans(
        _ days: [(start: Double, end: Double?)], rule: RuleID = "high",
        severity: Severity = .warning
    ) -> [AlertSpan] {
        var events: [AlertEvent] = []
        for (number, span) in days.enumerated() {
            let identity = AlertIdentity(rule: rule, camera: "lock-3", episode: number + 1)
            func event(_ state: AlertState, _ time: Double) -> AlertEvent {
                AlertEvent(
                    identity: identity, kind: .coverage, severity: severity, state: state,
                    time: day(time),
                    evidence: AlertEvidence(
                        coverage: nil, threshold: nil, since: day(time), model: ""))
            }
            events.append(event(.firing, span.start))
            if let end = span.end { events.append(event(.resolved, end)) }
        }
        return AlertSpan.spans(of: events)
    }

    @Test("equal alerts are unchanged, whatever their numbers are")
    func unchanged() {
        let comparison = AlertComparison(
            current: spans([(1, 5), (40, nil)]), new: spans([(1, 5), (40, nil)]))
        #expect(comparison.unchangedCount == 2)
        #expect(comparison.added.isEmpty && comparison.removed.isEmpty && comparison.moved.isEmpty)
    }

    @Test("an alert that is open at the same time, or fires within a week, has moved")
    func moved() {
        let comparison = AlertComparison(
            current: spans([(10, 30), (60, 61)]), new: spans([(25, 40), (80, 81)]))
        #expect(comparison.moved.count == 1)
        #expect(comparison.moved.first?.current.start == day(10))
        #expect(comparison.moved.first?.new.start == day(25))
        #expect(comparison.removed.map(\.start) == [day(60)])
        #expect(comparison.added.map(\.start) == [day(80)])
        let soon = AlertComparison(current: spans([(60, 61)]), new: spans([(66, 67)]))
        #expect(soon.moved.count == 1)
    }

    @Test("what only one side has is added or removed; another rule is another alert")
    func added() {
        let comparison = AlertComparison(
            current: spans([(1, 2), (50, 51)]), new: spans([(50, 51), (80, 82)]))
        #expect(comparison.removed.map(\.start) == [day(1)])
        #expect(comparison.added.map(\.start) == [day(80)])
        #expect(comparison.unchangedCount == 1)
        let renamed = AlertComparison(
            current: spans([(1, 2)]), new: spans([(1, 2)], rule: "other"))
        #expect(renamed.added.count == 1 && renamed.removed.count == 1)
    }

    @Test("a graver alert has moved")
    func severity() {
        let comparison = AlertComparison(
            current: spans([(1, 2)]), new: spans([(1, 2)], severity: .critical))
        #expect(comparison.moved.first?.new.severity == .critical)
    }

    @Test(
        "weeks are those of ISO 8601",
        arguments: [
            ("2026-06-01", "2026-W23"), ("2026-06-07", "2026-W23"), ("2027-01-01", "2026-W53"),
            ("2024-12-30", "2025-W01"), ("1970-01-01", "1970-W01"), ("1969-12-28", "1969-W52"),
        ])
    func weeks(date: String, week: String) throws {
        let time = try #require(Timestamp("\(date)T12:00:00Z"))
        #expect("\(CivilWeek(of: time))" == week)
        #expect(CivilWeek(of: CivilWeek(of: time).start) == CivilWeek(of: time))
    }
}
