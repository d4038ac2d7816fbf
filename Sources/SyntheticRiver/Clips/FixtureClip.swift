public import Vocabulary

/// The clips that come with the project, by name.
public enum FixtureClip: String, CaseIterable, Sendable {
    /// Plants grow from 3 % to more than 60 % in 16 days.
    case bloom
    /// Water without plants.
    case clean
    /// Plants grow, are taken out, and grow again.
    case harvest
    /// The same river by infrared at night: no sample should come of it.
    case night

    /// What the clip shows.
    public var plan: ClipPlan {
        let isLarge = self == .bloom
        return ClipPlan(
            site: .canal(width: isLarge ? 960 : 640, height: isLarge ? 540 : 360), seed: seed,
            start: Self.start, every: Self.every, sampleCount: 64, growth: growth,
            isNight: self == .night)
    }

    /// Whether it is coded as H.265; the others are H.264.
    public var isHEVC: Bool { self == .night }

    /// Constant rate factor that keeps the clip below 2 MB and its plants textured.
    public var quality: Int { self == .bloom ? 34 : 31 }

    /// 2026-06-01T00:00:00Z, when every clip starts.
    public static let start = Timestamp(nanosecondsSinceEpoch: 1_780_272_000_000_000_000)

    /// Six hours, the time between two keyframes of every clip.
    public static let every = SampleSpacing.hours6

    private var seed: UInt64 {
        switch self {
        case .bloom: 7
        case .clean: 11
        case .harvest: 23
        case .night: 31
        }
    }

    private var growth: GrowthPlan {
        switch self {
        case .bloom: GrowthPlan(initialCoverage: 0.03, ratePerDay: 0.25)
        case .clean: GrowthPlan(initialCoverage: 0, ratePerDay: 0)
        case .harvest:
            GrowthPlan(
                initialCoverage: 0.06, ratePerDay: 0.25, harvestDay: 9.5,
                coverageAfterHarvest: 0.04)
        case .night: GrowthPlan(initialCoverage: 0.35, ratePerDay: 0.05)
        }
    }
}
