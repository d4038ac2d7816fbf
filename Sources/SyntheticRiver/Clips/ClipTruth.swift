public import Vocabulary

/// What is true of a clip: written beside it as `NAME.truth.json`.
public struct ClipTruth: Codable, Hashable, Sendable {
    /// The place that the clip shows.
    public var site: RiverSite
    /// The seed that gave it.
    public var seed: UInt64
    /// Capture time of the first keyframe.
    public var start: Timestamp
    /// Time from keyframe to keyframe.
    public var every: SampleSpacing
    /// Logistic growth rate.
    public var ratePerDay: Double
    /// Days from the start after which the mats were taken out.
    public var harvestDay: Double?
    /// Lanes that were cut; `nil` when the mats were taken out everywhere.
    public var harvestStrips: HarvestStrips?
    /// Days from the start after which a flood carried everything off.
    public var flushDay: Double?
    /// How the mats drifted.
    public var drift: DriftPlan?
    /// One entry for each keyframe.
    public var keyframes: [KeyframeTruth]

    /// Makes the truth of a plan from what was drawn.
    init(plan: ClipPlan, keyframes: [KeyframeTruth]) {
        site = plan.site
        seed = plan.seed
        start = plan.start
        every = plan.every
        ratePerDay = plan.growth.ratePerDay
        harvestDay = plan.growth.harvestDay
        harvestStrips = plan.growth.harvestStrips
        flushDay = plan.growth.flushDay
        drift = plan.drift
        self.keyframes = keyframes
    }
}

/// What is true of one keyframe.
public struct KeyframeTruth: Codable, Hashable, Sendable {
    /// Number of the keyframe, from 0.
    public var index: Int
    /// Capture time.
    public var time: Timestamp
    /// Share of the zone's pixels under plants, 0…1: what an unweighted mask gives.
    public var coverageImage: Double
    /// Share of the zone's square metres under plants, 0…1.
    public var coverageGround: Double
    /// What a quality gate should do with it.
    public var expected: ExpectedVerdict

    /// Makes an entry; coverage is kept to a millionth.
    init(
        index: Int, time: Timestamp, coverageImage: Double, coverageGround: Double,
        expected: ExpectedVerdict
    ) {
        self.index = index
        self.time = time
        self.coverageImage = (coverageImage * 1e6).rounded() / 1e6
        self.coverageGround = (coverageGround * 1e6).rounded() / 1e6
        self.expected = expected
    }
}

/// Whether a keyframe should become a sample.
///
/// Coded as `accept` or the reason against it.
public enum ExpectedVerdict: Hashable, Sendable {
    /// It should.
    case accept
    /// It should be refused for this reason.
    case reject(GapReason)
}

extension ExpectedVerdict: Codable {
    /// Reads `accept` or a gap reason.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let word = try container.decode(String.self)
        if word == "accept" {
            self = .accept
        } else {
            self = .reject(try container.decode(GapReason.self))
        }
    }

    /// Writes `accept` or a gap reason.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .accept: try container.encode("accept")
        case .reject(let reason): try container.encode(reason)
        }
    }
}
