import Alerting
import Backtesting
import Vocabulary

/// The parts of the object that `duckweed backtest --json` prints, but for the estimates.
///
/// Keys that have no value are `null`.
enum BacktestLines {
    /// An entry of `alerts`: a change of an alert.
    struct Alert: Encodable {
        let event: AlertEvent
        let departments: [DepartmentID]
    }

    /// An entry of `comparison.added` and `comparison.removed`, and each side of `moved`.
    struct Span: Encodable {
        let span: AlertSpan
    }

    /// An entry of `comparison.moved`.
    struct Moved: Encodable {
        let current: Span
        let new: Span
    }

    /// `comparison`.
    struct Comparison: Encodable {
        let added: [Span]
        let removed: [Span]
        let moved: [Moved]
        let unchanged: Int

        init(_ comparison: AlertComparison) {
            added = comparison.added.map(Span.init)
            removed = comparison.removed.map(Span.init)
            moved = comparison.moved.map {
                Moved(current: Span(span: $0.current), new: Span(span: $0.new))
            }
            unchanged = comparison.unchangedCount
        }
    }

    /// An entry of `departments`: the new alerts of a department in a week.
    struct Department: Encodable {
        let week: DepartmentWeek
        let isCompared: Bool
    }
}

extension BacktestLines.Alert {
    private enum CodingKeys: String, CodingKey {
        case camera, reach, rule, kind, severity, state, time, episode, coverage, rate
        case probability, departments
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event.identity.camera, forKey: .camera)
        try container.encodeIfPresent(event.identity.subject.reach, forKey: .reach)
        try container.encode(event.identity.rule, forKey: .rule)
        try container.encode(event.kind, forKey: .kind)
        try container.encode(event.severity, forKey: .severity)
        try container.encode(event.state, forKey: .state)
        try container.encode(event.time, forKey: .time)
        try container.encode(event.identity.episode, forKey: .episode)
        try container.encode(event.evidence.coverage, forKey: .coverage)
        try container.encode(event.evidence.rate, forKey: .rate)
        try container.encode(event.evidence.probability, forKey: .probability)
        try container.encode(departments, forKey: .departments)
    }
}

extension BacktestLines.Span {
    private enum CodingKeys: String, CodingKey {
        case camera, reach, rule, kind, severity, episode, time, resolved
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(span.identity.camera, forKey: .camera)
        try container.encodeIfPresent(span.identity.subject.reach, forKey: .reach)
        try container.encode(span.identity.rule, forKey: .rule)
        try container.encode(span.kind, forKey: .kind)
        try container.encode(span.severity, forKey: .severity)
        try container.encode(span.identity.episode, forKey: .episode)
        try container.encode(span.start, forKey: .time)
        try container.encode(span.end, forKey: .resolved)
    }
}

extension BacktestLines.Department {
    private enum CodingKeys: String, CodingKey {
        case department, week, weekStart, current, new
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(week.department, forKey: .department)
        try container.encode("\(week.week)", forKey: .week)
        try container.encode(week.week.start, forKey: .weekStart)
        try container.encode(week.current, forKey: .current)
        if isCompared { try container.encode(week.new, forKey: .new) }
    }
}
