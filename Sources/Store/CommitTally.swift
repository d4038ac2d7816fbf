import Vocabulary
import Watch

/// What of one completion was new, for the camera's totals.
struct CommitTally {
    private(set) var rejected = 0
    private(set) var failures = 0
    /// The last observation that was not there before.
    private(set) var newest: Observation?
    private(set) var lastSampleTime: Timestamp?
    private(set) var newSamples: [CoverageSample] = []
    var duplicates = 0

    /// Counts an observation that was written, or one that was there before.
    mutating func count(_ observation: Observation, isNew: Bool) {
        guard isNew else {
            duplicates += 1
            return
        }
        newest = observation
        switch observation {
        case .sample(let sample):
            newSamples.append(sample)
            lastSampleTime = max(lastSampleTime ?? sample.time, sample.time)
        case .gap(let gap) where gap.reason.isRejectedFrame:
            rejected += 1
        case .gap:
            failures += 1
        }
    }
}

extension Observation {
    /// The gap, when it is one.
    var gap: SampleGap? {
        guard case .gap(let gap) = self else { return nil }
        return gap
    }
}
