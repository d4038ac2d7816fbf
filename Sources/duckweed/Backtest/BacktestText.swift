import Backtesting
import Vocabulary

/// A back-test in words and tables for people.
struct BacktestText {
    let summary: BacktestSummary
    /// How the tables call the rules that hold now, and those that were tried.
    let currentName: String
    let newName: String?

    /// So many alerts are listed.
    private static let mostAlerts = 60

    var description: String {
        var lines = [head]
        if let comparison = summary.comparison, let newName {
            lines += ["", "By \(newName) instead of \(currentName):"] + changes(comparison)
        } else {
            lines += ["", "Alerts by \(currentName):"] + list(summary.spans, mark: " ")
        }
        return (lines + departments).joined(separator: "\n")
    }

    private var head: String {
        var head = Figures.count(summary.cameraCount, "camera")
        head += ", \(Figures.count(summary.sampleCount, "sample"))"
        if summary.gapCount > 0 { head += " and \(Figures.count(summary.gapCount, "gap"))" }
        guard let span = summary.span else { return head }
        return head
            + ", \(Figures.time(span.lowerBound)) to \(Figures.time(span.upperBound)) UTC"
    }

    private func changes(_ comparison: AlertComparison) -> [String] {
        var lines = list(comparison.added, mark: "+") + list(comparison.removed, mark: "-")
        lines += cut(comparison.moved) { moved in
            "  ~ \(row(moved.new))\(ending(moved.new)); was \(before(moved))"
        }
        if lines.isEmpty { lines.append("  no alert changes") }
        return lines + [
            "  \(comparison.added.count) added, \(comparison.removed.count) removed, "
                + "\(comparison.moved.count) moved, \(comparison.unchangedCount) as before"
        ]
    }

    private func list(_ spans: [AlertSpan], mark: String) -> [String] {
        if spans.isEmpty { return summary.isCompared ? [] : ["  none"] }
        return cut(spans) { "  \(mark) \(row($0))\(ending($0))" }
    }

    private func cut<Item>(_ items: [Item], _ line: (Item) -> String) -> [String] {
        let shown = items.prefix(Self.mostAlerts).map(line)
        let rest = items.count - shown.count
        return rest > 0 ? shown + ["  … and \(rest) more, which --json lists"] : shown
    }

    private func row(_ span: AlertSpan) -> String {
        "\(Figures.time(span.start))  \(span.identity.rule)  \(span.identity.subject)  "
            + span.severity.rawValue
    }

    private func ending(_ span: AlertSpan) -> String {
        span.end.map { " until \(Figures.time($0))" } ?? ", open at the end"
    }

    /// The same alert by the current rules, and how much earlier or later it is now.
    private func before(_ moved: AlertComparison.MovedAlert) -> String {
        let current = moved.current
        let days = (moved.new.start - current.start).inDays
        var text = Figures.time(current.start) + ending(current)
        if current.severity != moved.new.severity { text += ", \(current.severity.rawValue)" }
        if days != 0 { text += " (\(Figures.days(abs(days))) \(days < 0 ? "earlier" : "later"))" }
        return text
    }

    private var departments: [String] {
        let weeks = summary.departments
        guard !weeks.isEmpty else { return [] }
        let rows = weeks.map { week in
            [week.department?.rawValue ?? "all", "\(week.week)", "\(week.current)"]
                + (summary.isCompared ? ["\(week.new)"] : [])
        }
        let head =
            ["department", "week"] + (summary.isCompared ? ["now", "new"] : ["new alerts"])
        let table = [head] + rows
        let widths = head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return [""]
            + table.map { row in
                row.indices.map { column in
                    let space = String(repeating: " ", count: widths[column] - row[column].count)
                    return column < 2 ? row[column] + space : space + row[column]
                }.joined(separator: "  ")
            }
    }
}
