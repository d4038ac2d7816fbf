public import Vocabulary

/// A moment at which plants came or went at once.
public struct LevelJump: Codable, Hashable, Sendable {
    /// Why the level jumped.
    public enum Cause: String, Codable, Hashable, Sendable, CaseIterable {
        /// A crew took plants out.
        case harvest
        /// A flood or an opened weir carried plants away.
        case flush
        /// A mat drifted into view and stayed.
        case arrival
    }

    /// When.
    public var time: Timestamp
    /// Why.
    public var cause: Cause
    /// By how much, in logit units; below 0 where plants went.
    public var sizeLogit: Double
}

/// When plants come and go at once, over one year.
struct JumpSchedule {
    /// Share of the jumps at which a mat arrives; of the others half are harvests and half floods.
    static let arrivalShare: Float = 0.5
    /// Size of an arrival in logit units.
    static let arrivalLogit = 0.8...1.8
    /// Size of a harvest or a flood in logit units.
    static let removalLogit = -3.5 ... -1.2

    /// The jumps in the order of time, each with its tick.
    ///
    /// - Parameter daysBetween: Days from one to the next, on average (a Poisson process).
    static func jumps(
        seed: UInt64, number: UInt64, daysBetween: Double
    ) -> [(tick: Int, jump: LevelJump)] {
        var random = SplitMix64(seed: seed, stream: "season jumps", number: number)
        var found: [(tick: Int, jump: LevelJump)] = []
        var day = random.wait(mean: daysBetween)
        while day < Double(RiverClock.daysPerYear) {
            // A jump needs a tick before it, from which it starts.
            let tick = max(1, RiverClock.tick(atDay: day))
            found.append((tick, jump(at: RiverClock.time(ofTick: tick), &random)))
            day += random.wait(mean: daysBetween)
        }
        return found
    }

    private static func jump(at time: Timestamp, _ random: inout SplitMix64) -> LevelJump {
        if random.chance(arrivalShare) {
            return LevelJump(
                time: time, cause: .arrival, sizeLogit: random.uniform(in: arrivalLogit))
        }
        return LevelJump(
            time: time, cause: random.chance(0.5) ? .harvest : .flush,
            sizeLogit: random.uniform(in: removalLogit))
    }
}
