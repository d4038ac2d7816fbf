/// The figures of a season: every method's, and the bars that the live judge is held to.
public struct SeasonReport: Codable, Hashable, Sendable {
    /// One method's figures over parts of a season.
    public struct Method: Codable, Hashable, Sendable {
        /// Which method.
        public var method: SeasonMethod
        /// How many times the usual noise the cameras had.
        public var noise: Double
        /// Camera-years without a bloom.
        public var quiet: SeasonFigures
        /// Camera-years with a bloom.
        public var bloom: SeasonFigures
        /// All of them.
        public var all: SeasonFigures
    }

    /// Where the season's random numbers begin.
    public var seed: UInt64
    /// Camera-years.
    public var years: Int
    /// The methods in the order of ``SeasonMethod``, first with the usual noise, then with more.
    public var methods: [Method]
    /// What is demanded of the live judge, beside what it reached.
    public var bars: [SeasonBar]

    /// How many times the usual noise the noisy cameras have.
    public static let noisyFactor = 4.0

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - usual: The season with the usual noise.
    ///   - noisy: The same with ``noisyFactor`` times the noise.
    public init(seed: UInt64, years: Int, usual: SeasonScore, noisy: SeasonScore) {
        self.seed = seed
        self.years = years
        methods = [(1, usual), (Self.noisyFactor, noisy)].flatMap { noise, score in
            SeasonMethod.allCases.map { method in
                let tallies = score[method]
                return Method(
                    method: method, noise: noise, quiet: SeasonFigures(tallies.quiet),
                    bloom: SeasonFigures(tallies.bloom), all: SeasonFigures(tallies.all))
            }
        }
        bars = SeasonBar.standard(usual: usual[.live], noisy: noisy[.live])
    }
}
