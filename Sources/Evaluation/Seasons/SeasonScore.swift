public import Vocabulary

/// How well each method judges camera-years whose truth is known.
///
/// Camera-years are added one at a time, or as scores of parts; the order does not change a count.
public struct SeasonScore: Hashable, Sendable {
    /// One method's tallies.
    public struct Tallies: Hashable, Sendable {
        /// Camera-years without a bloom.
        public var quiet = SeasonTally()
        /// Camera-years with a bloom.
        public var bloom = SeasonTally()
        /// All of them.
        public var all: SeasonTally {
            var sum = quiet
            sum += bloom
            return sum
        }

        /// Starts with nothing.
        public init() {}
    }

    /// What each method reached.
    public private(set) var methods: [SeasonMethod: Tallies] = [:]

    /// Starts with nothing.
    public init() {}

    /// Lets methods judge one camera-year.
    ///
    /// - Parameters:
    ///   - samples: Of one camera, in the order of time.
    ///   - truth: What was true meanwhile.
    ///   - hasBloom: Whether the camera-year counts among those with a bloom.
    ///   - methods: Which methods.
    public mutating func add(
        samples: [CoverageSample], truth: GrowthTruth, hasBloom: Bool,
        methods chosen: [SeasonMethod] = SeasonMethod.allCases
    ) {
        for method in chosen {
            let tally = SeasonTally(method.verdict(on: samples), against: truth)
            let place: WritableKeyPath<Tallies, SeasonTally> = hasBloom ? \.bloom : \.quiet
            methods[method, default: Tallies()][keyPath: place] += tally
        }
    }

    /// Adds another score's camera-years.
    public static func += (score: inout SeasonScore, other: SeasonScore) {
        for (method, tallies) in other.methods {
            score.methods[method, default: Tallies()].quiet += tallies.quiet
            score.methods[method, default: Tallies()].bloom += tallies.bloom
        }
    }

    /// The tallies of a method; empty when it judged nothing.
    public subscript(method: SeasonMethod) -> Tallies { methods[method] ?? Tallies() }
}
