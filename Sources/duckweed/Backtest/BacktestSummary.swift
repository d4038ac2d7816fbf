import Alerting
import Backtesting
import Vocabulary

/// What came of a whole back-test, but for the estimates.
struct BacktestSummary {
    /// Whether other rules than the current ones were tried.
    let isCompared: Bool
    private(set) var cameraCount = 0
    private(set) var sampleCount = 0
    private(set) var gapCount = 0
    private(set) var span: ClosedRange<Timestamp>?
    private(set) var current: [WaterRecord] = []
    private(set) var judged: [WaterRecord] = []

    init(isCompared: Bool) { self.isCompared = isCompared }

    /// Takes in some water.
    mutating func add(_ water: Water, _ result: BacktestRun.Result) {
        cameraCount += water.cameras.count
        sampleCount += result.judged.sampleCount
        gapCount += result.judged.gapCount
        if let new = result.judged.span {
            let known = span ?? new
            span =
                min(known.lowerBound, new.lowerBound)...max(known.upperBound, new.upperBound)
        }
        if let before = result.current { current.append(before) }
        judged.append(result.judged)
    }

    /// The changes of alerts by the rules that were tried, in the order of time.
    var alerts: [BacktestLines.Alert] {
        judged.flatMap { record in
            let told = Dictionary(grouping: record.notices.filter { $0.unacknowledgedBy == nil }) {
                $0.event.id
            }
            return record.alerts.map { event in
                BacktestLines.Alert(
                    event: event, departments: told[event.id]?.map(\.department) ?? [])
            }
        }.sorted { ($0.event.time, $0.event.id) < ($1.event.time, $1.event.id) }
    }

    /// The alerts by the rules that were tried, in the order of time.
    var spans: [AlertSpan] { Self.spans(judged) }

    /// How the alerts differ; `nil` when only the current rules were tried.
    var comparison: AlertComparison? {
        isCompared ? AlertComparison(current: Self.spans(current), new: spans) : nil
    }

    /// New alerts by department and week.
    var departments: [DepartmentWeek] {
        isCompared
            ? DepartmentWeek.count(current: current, new: judged)
            : DepartmentWeek.count(current: judged, new: [])
    }

    private static func spans(_ records: [WaterRecord]) -> [AlertSpan] {
        records.flatMap { AlertSpan.spans(of: $0.alerts) }
            .sorted { ($0.start, "\($0.identity)") < ($1.start, "\($1.identity)") }
    }
}
