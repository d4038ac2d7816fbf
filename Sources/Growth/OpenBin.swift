internal import Vocabulary

/// The bin that is being filled: samples of the same two hours, which count once, as their median.
///
/// Samples that come within minutes of each other share their glare and their waves. Taken one by
/// one they look like independent witnesses; a median makes one witness of them.
struct OpenBin: Hashable, Sendable {
    /// Number of the bin: whole bin widths since the epoch.
    let number: Int
    /// Capture time of its newest sample.
    private(set) var newestSample: Timestamp
    /// Samples that the filter has taken in already; 0 while the bin was not judged.
    var judgedCount = 0
    /// Samples so far.
    private(set) var sampleCount = 0
    /// Levels in ascending order, in steps (``LogitScale``).
    private var levels: [Int] = []
    /// Sum over the samples of how many times as uncertain as usual they are.
    private var degradationSum = 0.0

    /// Levels that are kept at most: enough for one sample every two minutes.
    private static let mostLevels = 64
    /// A sample worse than this says nothing in any case.
    private static let mostDegradation = 100.0

    /// Opens a bin with its first sample.
    init(_ sample: CoverageSample, number: Int) {
        self.number = number
        newestSample = sample.time
        insert(sample)
    }

    /// Begins the next bin, in the same memory.
    mutating func reopen(_ sample: CoverageSample, number: Int) {
        var levels = levels
        self.levels = []
        levels.removeAll(keepingCapacity: true)
        self = OpenBin(number: number, newestSample: sample.time, levels: levels)
        insert(sample)
    }

    private init(number: Int, newestSample: Timestamp, levels: [Int]) {
        self.number = number
        self.newestSample = newestSample
        self.levels = levels
    }

    /// Adds a sample of the same bin.
    ///
    /// The levels stay in order; when there are too many, the lowest and the highest leave, which
    /// does not move the median.
    mutating func insert(_ sample: CoverageSample) {
        newestSample = max(newestSample, sample.time)
        let level = LogitScale.steps(ofCoverage: sample.coverage)
        degradationSum += Self.degradation(of: sample)
        sampleCount += 1
        if levels.count == Self.mostLevels {
            levels.removeLast()
            levels.removeFirst()
        }
        let place = levels.lastIndex { $0 <= level }.map { $0 + 1 } ?? 0
        levels.insert(level, at: place)
    }

    /// How many times as uncertain as usual a sample is, at least 1.
    private static func degradation(of sample: CoverageSample) -> Double {
        guard sample.sigmaLogit > MeasurementNoise.relativeLogit else { return 1 }
        let held = LogitScale.held(sample.coverage)
        let ratio = sample.sigmaLogit / MeasurementNoise.usualSigma(coverage: held)
        return min(max(1, Double(Float(ratio))), mostDegradation)
    }

    /// The median of the levels in steps, rounded down.
    var median: Int {
        let middle = levels.count / 2
        return (levels[(levels.count - 1) / 2] + levels[middle]) / 2
    }

    /// What the bin measured.
    ///
    /// - Parameter isSparse: Whether the camera has hardly more than one bin a day, so that one sample
    ///   in a bin is the usual.
    func measurement(isSparse: Bool) -> BinMeasurement {
        let level = LogitScale.level(ofSteps: median)
        let coverage = LogitScale.coverage(ofLevel: level)
        return BinMeasurement(
            number: number, time: newestSample, level: level, coverage: coverage,
            variance: MeasurementNoise.variance(
                coverage: coverage, degradation: degradationSum / Double(sampleCount),
                isThin: sampleCount < 2 && !isSparse),
            sampleCount: sampleCount)
    }

    /// Whether it holds samples that the filter has not taken in.
    var hasNews: Bool { judgedCount < sampleCount }
}

extension OpenBin: Codable {
    private enum CodingKeys: String, CodingKey {
        case number, newestSample, judgedCount, sampleCount, levels, degradationSum
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        number = try container.decode(Int.self, forKey: .number)
        newestSample = try container.decode(Timestamp.self, forKey: .newestSample)
        judgedCount = try container.decode(Int.self, forKey: .judgedCount)
        sampleCount = try container.decode(Int.self, forKey: .sampleCount)
        levels = try container.decode([Int].self, forKey: .levels)
        degradationSum = try container.decode(Double.self, forKey: .degradationSum)
        guard !levels.isEmpty, levels.count <= Self.mostLevels, sampleCount >= levels.count,
            levels.allSatisfy(LogitScale.possibleSteps.contains),
            zip(levels, levels.dropFirst()).allSatisfy(<=)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .levels, in: container,
                debugDescription: "a bin needs 1 to \(Self.mostLevels) levels in ascending order, "
                    + "each within \(LogitScale.possibleSteps)")
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(number, forKey: .number)
        try container.encode(newestSample, forKey: .newestSample)
        try container.encode(judgedCount, forKey: .judgedCount)
        try container.encode(sampleCount, forKey: .sampleCount)
        try container.encode(levels, forKey: .levels)
        try container.encode(degradationSum, forKey: .degradationSum)
    }
}
