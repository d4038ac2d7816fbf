public import Alerting
public import Vocabulary
internal import Watch

/// What became of some water in the time that was judged.
public struct WaterRecord: Sendable {
    /// The estimates of the cameras, as dense as was asked for.
    public internal(set) var estimates: [GrowthEstimate] = []
    /// What became of alerts, in the order of time.
    public internal(set) var alerts: [AlertEvent] = []
    /// Who would have been told of what.
    public internal(set) var notices: [Notice] = []
    /// Samples that were judged.
    public internal(set) var sampleCount = 0
    /// Looks that gave no sample.
    public internal(set) var gapCount = 0
    /// From the first look to the last.
    public internal(set) var span: ClosedRange<Timestamp>?

    private let density: EstimateDensity
    /// Whether routes said who is told, so that the notices are all that a department would get.
    let hasRoutes: Bool

    /// Starts without anything.
    ///
    /// - Parameters:
    ///   - density: Which of the estimates are kept.
    ///   - hasRoutes: Whether anything says who is told.
    public init(estimates density: EstimateDensity, hasRoutes: Bool) {
        self.density = density
        self.hasRoutes = hasRoutes
    }

    mutating func take(_ estimate: GrowthEstimate) {
        density.add(estimate, to: &estimates)
    }

    /// The record but for its estimates, which take the most memory.
    public var withoutEstimates: WaterRecord {
        var record = self
        record.estimates = []
        return record
    }

    mutating func note(_ observation: Observation) {
        switch observation {
        case .sample: sampleCount += 1
        case .gap: gapCount += 1
        }
        span = (span?.lowerBound ?? observation.time)...observation.time
    }
}

/// How many of the estimates are kept.
public enum EstimateDensity: String, CaseIterable, Sendable {
    /// One for each bin of two hours.
    case all
    /// The last of each day (UTC).
    case daily
    /// None.
    case none

    /// Keeps an estimate, the newest of its camera, if it belongs to those that are kept.
    func add(_ estimate: GrowthEstimate, to kept: inout [GrowthEstimate]) {
        switch self {
        case .none: break
        case .all: kept.append(estimate)
        case .daily:
            // The last estimate of a day speaks for it.
            if let last = kept.last, last.camera == estimate.camera,
                last.time.wholeDay == estimate.time.wholeDay
            {
                kept[kept.count - 1] = estimate
            } else {
                kept.append(estimate)
            }
        }
    }

    /// Those of some estimates that are kept.
    public func thinned(_ estimates: [GrowthEstimate]) -> [GrowthEstimate] {
        estimates.reduce(into: []) { add($1, to: &$0) }
    }
}

extension Timestamp {
    /// Whole days since 1970-01-01, in UTC.
    var wholeDay: Int { Int(daysSinceEpoch.rounded(.down)) }
}
