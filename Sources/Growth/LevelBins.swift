internal import Vocabulary

/// One bin of samples: when, and how much was covered.
struct LevelBin: Hashable, Sendable {
    /// Midway between the first and the last sample of the bin, in seconds since the epoch.
    var seconds: Int64
    /// Median of the samples in logit units.
    var level: Double
}

/// The samples of the last days, as medians of fixed bins.
///
/// Samples that come within minutes of each other share their glare and their waves. Taken one by
/// one they look like independent witnesses; a median over 2 h makes one witness of them.
struct LevelBins: Hashable, Sendable {
    /// The bins, oldest first; the last one is still open, so further samples may change it.
    private(set) var bins: [LevelBin] = []
    /// Levels of the open bin, in ascending order.
    private var openLevels: [Double] = []
    /// Capture time of the first sample of the open bin, in seconds since the epoch.
    private var openSince: Int64 = 0
    /// Capture time of the newest sample.
    private(set) var newestSample: Timestamp?

    /// Levels that the open bin keeps at most; enough for one sample every two minutes.
    private static let mostOpenLevels = 64

    init() {}

    /// Puts a sample into its bin.
    ///
    /// - Returns: Whether it counts. A sample older than the start of the newest bin does not:
    ///   its bin is closed.
    mutating func add(level: Double, at time: Timestamp, settings: GrowthSettings) -> Bool {
        let seconds = time.wholeSeconds
        if let newest = bins.last, let newestSample {
            let number = Self.binNumber(seconds, settings)
            let newestNumber = Self.binNumber(newest.seconds, settings)
            guard number >= newestNumber else { return false }
            if time - newestSample > settings.restartAfter { bins.removeAll() }
            if number > newestNumber || bins.isEmpty { open(at: seconds) }
        } else {
            open(at: seconds)
        }
        newestSample = max(newestSample ?? time, time)
        openSince = min(openSince, seconds)
        insert(level)
        closeIntoLast()
        forgetOld(settings)
        return true
    }

    /// Drops all bins before `index`.
    mutating func forget(before index: Int) {
        bins.removeFirst(index)
    }

    private mutating func open(at seconds: Int64) {
        openLevels.removeAll(keepingCapacity: true)
        openSince = seconds
        bins.append(LevelBin(seconds: seconds, level: 0))
    }

    /// Keeps the levels in order; when there are too many, the lowest and the highest leave, which
    /// does not move the median.
    private mutating func insert(_ level: Double) {
        if openLevels.count == Self.mostOpenLevels {
            openLevels.removeLast()
            openLevels.removeFirst()
        }
        let place = openLevels.firstIndex { $0 > level } ?? openLevels.endIndex
        openLevels.insert(level, at: place)
    }

    private mutating func closeIntoLast() {
        let middle = openLevels.count / 2
        let lower = openLevels[(openLevels.count - 1) / 2]
        let median = LogitScale.steps(ofLevel: (lower + openLevels[middle]) / 2)
        let newest = newestSample?.wholeSeconds ?? openSince
        bins[bins.count - 1] = LevelBin(
            seconds: openSince + (newest - openSince) / 2, level: LogitScale.level(ofSteps: median))
    }

    private mutating func forgetOld(_ settings: GrowthSettings) {
        guard let newest = bins.last else { return }
        let width = Self.widthSeconds(settings)
        let oldest = newest.seconds - settings.window.wholeSeconds - width / 2
        let tooOld = bins.firstIndex { $0.seconds >= oldest } ?? 0
        let tooMany = max(0, bins.count - GrowthSettings.mostBins)
        let surplus = max(tooOld, tooMany)
        if surplus > 0 { bins.removeFirst(surplus) }
    }

    private static func binNumber(_ seconds: Int64, _ settings: GrowthSettings) -> Int64 {
        let width = widthSeconds(settings)
        let quotient = seconds / width
        return seconds % width < 0 ? quotient - 1 : quotient
    }

    private static func widthSeconds(_ settings: GrowthSettings) -> Int64 {
        max(1, settings.binWidth.wholeSeconds)
    }
}

extension LevelBins: Codable {
    private enum CodingKeys: String, CodingKey {
        case seconds, levels, openLevels, openSince, newestSample
    }

    /// Reads what ``encode(to:)`` wrote.
    ///
    /// - Throws: `DecodingError` when the numbers could not be those of bins.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let seconds = try container.decode([Int64].self, forKey: .seconds)
        let levels = try container.decode([Int].self, forKey: .levels)
        let openSteps = try container.decode([Int].self, forKey: .openLevels)
        openSince = try container.decode(Int64.self, forKey: .openSince)
        newestSample = try container.decodeIfPresent(Timestamp.self, forKey: .newestSample)
        bins = zip(seconds, levels).map {
            LevelBin(seconds: $0, level: LogitScale.level(ofSteps: $1))
        }
        openLevels = openSteps.map(LogitScale.level(ofSteps:))

        guard seconds.count == levels.count, levels.count <= GrowthSettings.mostBins else {
            throw DecodingError.dataCorruptedError(
                forKey: .levels, in: container,
                debugDescription: "there must be one level for each of at most "
                    + "\(GrowthSettings.mostBins) times; there are \(seconds.count) times and "
                    + "\(levels.count) levels")
        }
        let times = seconds + [openSince]
        guard zip(seconds, seconds.dropFirst()).allSatisfy(<),
            times.allSatisfy(Self.possibleSeconds.contains)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .seconds, in: container,
                debugDescription: "the times must ascend and lie between 1677 and 2262")
        }
        guard (levels + openSteps).allSatisfy(LogitScale.possibleSteps.contains) else {
            throw DecodingError.dataCorruptedError(
                forKey: .levels, in: container,
                debugDescription: "a level lies outside \(LogitScale.possibleSteps)")
        }
    }

    /// Seconds since the epoch that a ``Timestamp`` can hold.
    private static let possibleSeconds: ClosedRange<Int64> = -9_300_000_000...9_300_000_000

    /// Writes two arrays, times in seconds and levels in steps: a third of the room of an array of
    /// bins.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(bins.map(\.seconds), forKey: .seconds)
        try container.encode(bins.map { LogitScale.steps(ofLevel: $0.level) }, forKey: .levels)
        try container.encode(
            openLevels.map(LogitScale.steps(ofLevel:)), forKey: .openLevels)
        try container.encode(openSince, forKey: .openSince)
        try container.encodeIfPresent(newestSample, forKey: .newestSample)
    }
}

extension Timestamp {
    /// Seconds since the epoch, without the fraction, rounded down.
    fileprivate var wholeSeconds: Int64 {
        let (quotient, remainder) =
            nanosecondsSinceEpoch
            .quotientAndRemainder(dividingBy: 1_000_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Duration {
    fileprivate var wholeSeconds: Int64 { components.seconds }
}
