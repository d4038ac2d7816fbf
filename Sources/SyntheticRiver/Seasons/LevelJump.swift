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
    /// Days from one removal to the next, on average; half are harvests and half floods.
    static let daysBetweenRemovals = 90.0
    /// Size of a removal in logit units.
    static let removalLogit = -3.5 ... -1.2
    /// Days from one arrival to the next, on average.
    static let daysBetweenArrivals = 90.0
    /// Size of an arrival in logit units.
    static let arrivalLogit = 0.8...1.8

    /// The jumps in the order of their ticks, each with its tick.
    static func jumps(seed: UInt64, number: UInt64) -> [(tick: Int, jump: LevelJump)] {
        var random = SplitMix64(seed: seed, stream: "season jumps", number: number)
        var found: [(tick: Int, jump: LevelJump)] = []
        for isRemoval in [true, false] {
            let mean = isRemoval ? daysBetweenRemovals : daysBetweenArrivals
            var day = random.wait(mean: mean)
            while day < Double(RiverClock.daysPerYear) {
                // A jump needs a tick before it, from which it starts.
                let tick = max(1, RiverClock.tick(atDay: day))
                let cause: LevelJump.Cause =
                    isRemoval ? (random.chance(0.5) ? .harvest : .flush) : .arrival
                let size = random.uniform(in: isRemoval ? removalLogit : arrivalLogit)
                found.append(
                    (
                        tick,
                        LevelJump(time: RiverClock.time(ofTick: tick), cause: cause, sizeLogit: size)
                    ))
                day += random.wait(mean: mean)
            }
        }
        return found.sorted { ($0.tick, $0.jump.sizeLogit) < ($1.tick, $1.jump.sizeLogit) }
    }
}
