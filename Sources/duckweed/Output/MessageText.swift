import Vocabulary

/// A department's message in a few lines for a person.
struct MessageText: CustomStringConvertible {
    private let message: DepartmentMessage

    init(_ message: DepartmentMessage) { self.message = message }

    var description: String {
        let data = message.data
        let place = data.reach.map { "reach \($0)" } ?? "camera \(message.subject)"
        let heading =
            "\(data.state.rawValue.uppercased())  \(data.rule) at \(place) (\(data.severity.rawValue))"
        let lines =
            [
                ("department", data.department.rawValue),
                ("time", Figures.time(message.time) + " UTC"),
            ]
            + unacknowledged
            + (data.kind.isOfWater ? water : camera)
            + [
                ("since", Figures.time(data.evidence.since) + " UTC" + condition),
                ("message id", message.id),
            ]
        let rows = lines.map { name, text in
            "  " + name + String(repeating: " ", count: max(1, 13 - name.count)) + text
        }
        return ([heading] + rows).joined(separator: "\n")
    }

    private var unacknowledged: [(String, String)] {
        message.data.unacknowledgedBy.map { departments in
            [("unanswered", "by " + departments.map(\.rawValue).joined(separator: ", "))]
        } ?? []
    }

    private var water: [(String, String)] {
        let evidence = message.data.evidence
        var lines: [(String, String)] = []
        if let coverage = evidence.coverage {
            var text = "\(Figures.percent(coverage)) of the visible water"
            if let low = evidence.coverageLow, let high = evidence.coverageHigh {
                text += " (90 %: \(Figures.percent(low)) to \(Figures.percent(high)))"
            }
            lines.append(("coverage", text))
        }
        guard let rate = evidence.rate else {
            return lines + [("growth", "not known well enough yet")]
        }
        return lines + [
            ("growth", Figures.rate(rate, low: evidence.rateLow, high: evidence.rateHigh)),
            ("doubling", Figures.days(evidence.doublingDays)),
        ]
    }

    private var camera: [(String, String)] {
        let evidence = message.data.evidence
        var lines: [(String, String)] = []
        if let reason = evidence.gapReason { lines.append(("no sample", reason.rawValue)) }
        if let coverage = evidence.coverage {
            lines.append(("coverage", "\(Figures.percent(coverage)) when last seen"))
        }
        return lines
    }

    /// The threshold and how likely it is reached.
    private var condition: String {
        let evidence = message.data.evidence
        guard let threshold = evidence.threshold else { return "" }
        var text = ", threshold "
        switch message.data.kind {
        case .growth: text += Figures.rate(threshold)
        case .forecast: text += "\(Figures.percent(threshold)) in \(evidence.horizonDays ?? 0) days"
        case .coverage, .blind, .moved: text += Figures.percent(threshold)
        }
        if let probability = evidence.probability {
            text += " reached with a probability of \(Figures.probability(probability))"
        }
        return text
    }
}
