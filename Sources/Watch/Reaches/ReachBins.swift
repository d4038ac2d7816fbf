public import Vocabulary

/// Makes one coverage of a reach of the samples of its cameras, every two hours.
///
/// Time is cut into slots of 2 h. A camera's bin is the median of its samples in a slot. When a slot
/// is over, the reach's coverage is that of its cameras by the water that each sees,
/// C = Σ A C / Σ A, over those with a bin younger than 3 h, if these see at least 60 % of the reach's
/// water. Less than that says nothing about the reach.
///
/// A slot is over when a sample comes that is 15 min younger than its end, so that it does not
/// matter in which order the cameras' samples arrive. A sample of a slot that is over is passed over.
public struct ReachBins: Codable, Hashable, Sendable {
    /// Length of a slot.
    public static let slotLength = Duration.seconds(2 * 3600)
    /// How old a camera's newest bin may be at the end of a slot.
    public static let freshness = Duration.seconds(3 * 3600)
    /// The least share of the reach's water that cameras with such a bin must see.
    public static let leastShare = 0.6
    /// How late a sample may come.
    public static let patience = Duration.seconds(15 * 60)

    private var cameras: [CameraID: CameraBins] = [:]
    /// The first slot that is not over.
    private var firstOpen: Int64?

    /// Starts without samples.
    public init() {}

    /// Takes a sample of one camera of the reach.
    ///
    /// - Returns: The reach's coverage in the slots that are over with it, as samples at the middle
    ///   of each; usually none, and one every two hours.
    public mutating func add(_ sample: CoverageSample, of reach: Reach) -> [CoverageSample] {
        let slot = Self.slot(of: sample.time)
        guard reach.weights[sample.camera] != nil, sample.coverage.isFinite,
            slot >= firstOpen ?? slot
        else { return [] }
        cameras[sample.camera, default: CameraBins()].add(sample, slot: slot)
        let open = Self.slot(of: sample.time - Self.patience)
        firstOpen = max(firstOpen ?? slot, open)
        return closeSlots(before: open, of: reach)
    }

    /// Closes the slots that are not over: the recordings are, and no sample will close them.
    ///
    /// Samples of these slots that come afterwards are passed over.
    ///
    /// - Returns: The reach's coverage in them, as samples at the middle of each.
    public mutating func end(of reach: Reach) -> [CoverageSample] {
        guard let newest = cameras.values.flatMap(\.openSlots).max() else { return [] }
        firstOpen = newest + 1
        return closeSlots(before: newest + 1, of: reach)
    }

    private mutating func closeSlots(before open: Int64, of reach: Reach) -> [CoverageSample] {
        let over = Set(cameras.values.flatMap(\.openSlots)).filter { $0 < open }.sorted()
        cameras = cameras.filter { reach.weights[$0.key] != nil }
        return over.compactMap { close($0, of: reach) }
    }

    private mutating func close(_ slot: Int64, of reach: Reach) -> CoverageSample? {
        for camera in cameras.keys { cameras[camera]?.close(slot) }
        let end = Self.start(of: slot) + Self.slotLength
        var mean = ReachMean()
        for (camera, bins) in cameras.sorted(by: { $0.key < $1.key }) {
            guard let weight = reach.weights[camera], let bin = bins.newest,
                end - bin.time < Self.freshness
            else { continue }
            mean.add(bin, weight: weight)
        }
        guard mean.weight >= Self.leastShare * reach.wholeWeight else { return nil }
        return mean.sample(of: reach, at: Self.start(of: slot) + Self.slotLength / 2)
    }

    // In whole nanoseconds: the middles of two slots are one length apart, to the last digit. Were
    // they a nanosecond nearer, the estimator would wait for a further sample of the same bin.

    private static let slotNanoseconds = slotLength.components.seconds * 1_000_000_000

    private static func slot(of time: Timestamp) -> Int64 {
        let (quotient, remainder) = time.nanosecondsSinceEpoch
            .quotientAndRemainder(dividingBy: slotNanoseconds)
        return remainder < 0 ? quotient - 1 : quotient
    }

    private static func start(of slot: Int64) -> Timestamp {
        .epoch + slotLength * slot
    }
}

/// The area-weighted mean of the cameras' bins, with its standard deviation.
private struct ReachMean {
    private(set) var weight = 0.0
    private var covered = 0.0
    private var variance = 0.0
    private var frames = 0
    private var model = ""

    mutating func add(_ bin: CameraBin, weight: Double) {
        self.weight += weight
        covered += weight * bin.coverage
        // dC = C (1 − C) d(logit C)
        let deviation = weight * bin.coverage * (1 - bin.coverage) * bin.sigmaLogit
        variance += deviation * deviation
        frames += bin.frames
        if model.isEmpty { model = bin.model }
    }

    func sample(of reach: Reach, at time: Timestamp) -> CoverageSample {
        let coverage = covered / weight
        let slope = max(coverage * (1 - coverage), 0.004)
        return CoverageSample(
            camera: CameraID(reach.id.rawValue), time: time, coverage: coverage,
            visibleShare: min(1, weight / reach.wholeWeight),
            areaSquareMetres: reach.isCalibrated ? coverage * reach.wholeWeight : nil,
            sigmaLogit: max(variance.squareRoot() / weight / slope, 0.01), frames: frames,
            model: model)
    }
}
