import Vocabulary

/// A summary of a storm in a few lines for a person.
struct SummaryText: CustomStringConvertible {
    private let summary: StormSummary

    init(_ summary: StormSummary) { self.summary = summary }

    var description: String {
        let data = summary.data
        let place = data.group.map { "\(data.tag) \($0)" } ?? "cameras without \(data.tag)"
        var lines = [
            "SUMMARY  \(Figures.count(data.alerts.count, "new alert")) at \(place)",
            "  department   \(data.department)",
            "  time         \(Figures.time(summary.time)) UTC",
        ]
        lines += data.alerts.map { line in
            "  \(line.alert) (\(line.severity.rawValue)) since \(Figures.time(line.time)) UTC"
                + (line.isOver ? ", over" : "")
        }
        return (lines + ["  message id   \(summary.id)"]).joined(separator: "\n")
    }
}
