import Vocabulary

/// A department's message in a few lines for a person.
struct MessageText: CustomStringConvertible {
    private let message: DepartmentMessage

    init(_ message: DepartmentMessage) { self.message = message }

    var description: String {
        let data = message.data
        let evidence = data.evidence
        var lines = [
            "\(data.state.rawValue.uppercased())  \(data.rule) at camera \(data.camera) "
                + "(\(data.severity.rawValue))",
            "  department   \(data.department)",
            "  time         \(Figures.time(message.time)) UTC",
            "  coverage     \(Figures.percent(evidence.coverage)) of the visible water",
        ]
        if let rate = evidence.rate {
            lines.append(
                "  growth       "
                    + Figures.rate(rate, low: evidence.rateLow, high: evidence.rateHigh))
            lines.append("  doubling     \(Figures.days(evidence.doublingDays))")
        } else {
            lines.append("  growth       not known well enough yet")
        }
        lines.append("  since        \(Figures.time(evidence.since)) UTC, \(threshold)")
        lines.append("  message id   \(message.id)")
        return lines.joined(separator: "\n")
    }

    private var threshold: String {
        let value = message.data.evidence.threshold
        return switch message.data.kind {
        case .coverage: "threshold \(Figures.percent(value))"
        case .growth: "threshold \(Figures.rate(value))"
        }
    }
}
