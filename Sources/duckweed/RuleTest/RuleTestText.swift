import Backtesting
import Vocabulary

/// What came of a rule test, in lines for a person.
struct RuleTestText {
    let test: RuleTest
    let outcome: RuleTest.Outcome

    /// `ok   a bloom is told`, or what failed and what happened.
    var lines: [String] {
        guard !outcome.failures.isEmpty else { return ["ok      \(test.name)"] }
        return ["FAILED  \(test.name)"] + outcome.failures.flatMap(lines) + history
    }

    private func lines(of failure: RuleTest.Failure) -> [String] {
        let expectation = failure.expectation
        let time = Figures.time(expectation.time)
        var head = "  \(expectation.place): at \(expectation.label) (\(time) UTC)"
        if failure.metCount > 0 { head += ", \(failure.metCount) as expected, but" }
        return [head]
            + failure.missing.map { "    - expected  \(Self.row($0))" }
            + failure.unexpected.map { "    + open      \(Self.row($0))" }
    }

    private var history: [String] {
        guard !outcome.history.isEmpty else { return ["  no alert fired"] }
        return ["  what happened:"]
            + outcome.history.map { event in
                "    \(Figures.time(event.time))  \(event.state.rawValue)  \(event.identity.rule)  "
                    + "\(event.identity.subject)  \(event.severity.rawValue)"
            }
    }

    private static func row(_ alert: ExpectedAlert) -> String {
        var row = "\(alert.rule)  \(alert.subject)"
        if let severity = alert.severity { row += "  \(severity.rawValue)" }
        if let departments = alert.departments { row += arrow(departments.sorted()) }
        return row
    }

    private static func row(_ alert: OpenAlertState) -> String {
        "\(alert.rule)  \(alert.subject)  \(alert.severity.rawValue)" + arrow(alert.departments)
    }

    private static func arrow(_ departments: [DepartmentID]) -> String {
        departments.isEmpty
            ? "  → nobody" : "  → " + departments.map(\.rawValue).joined(separator: ", ")
    }
}
