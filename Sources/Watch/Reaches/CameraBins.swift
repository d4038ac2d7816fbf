import Vocabulary

/// What one camera has seen of its reach: at one look, or in one slot of time.
struct CameraBin: Codable, Hashable, Sendable {
    /// The newest capture time.
    var time: Timestamp
    /// The coverage, or the median of some, 0…1.
    var coverage: Double
    /// Standard deviation of a sample in logit units, on average over a slot.
    var sigmaLogit: Double
    /// Frames behind it.
    var frames: Int
    /// The model that measured it.
    var model: String
}

/// The slots of one camera that are not over yet, and its newest bin.
struct CameraBins: Codable, Hashable, Sendable {
    /// The newest slot that is over and had samples.
    private(set) var newest: CameraBin?
    private var open: [OpenSlot] = []

    private struct OpenSlot: Codable, Hashable, Sendable {
        var number: Int64
        var samples: [CameraBin]
    }

    /// Shortest time between two samples that count, so that at most 16 are kept of a slot.
    private static let spacing = ReachBins.slotLength / 16

    /// The slots that have samples and are not over.
    var openSlots: [Int64] { open.map(\.number) }

    /// Keeps a sample, unless it comes right after another one of the slot.
    mutating func add(_ sample: CoverageSample, slot: Int64) {
        let place: Int
        if let known = open.firstIndex(where: { $0.number == slot }) {
            place = known
        } else {
            open.append(OpenSlot(number: slot, samples: []))
            place = open.count - 1
        }
        let isCrowded = open[place].samples.contains {
            abs((sample.time - $0.time) / Self.spacing) < 1
        }
        guard !isCrowded else { return }
        open[place].samples.append(
            CameraBin(
                time: sample.time, coverage: sample.coverage, sigmaLogit: sample.sigmaLogit,
                frames: sample.frames, model: sample.model))
    }

    /// Makes a bin of a slot that is over, if it had samples.
    mutating func close(_ slot: Int64) {
        guard let place = open.firstIndex(where: { $0.number == slot }) else { return }
        let samples = open.remove(at: place).samples.sorted { $0.time < $1.time }
        guard let last = samples.last else { return }
        newest = CameraBin(
            time: last.time, coverage: Self.median(samples.map(\.coverage)),
            sigmaLogit: samples.reduce(0) { $0 + $1.sigmaLogit } / Double(samples.count),
            frames: samples.reduce(0) { $0 + $1.frames }, model: last.model)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2)
            ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
