public import Vocabulary

/// How a place's clocks differ from UTC, as a table.
///
/// It holds no more than offsets and the moments at which they change, so what follows from it is
/// the same on every machine.
public struct CivilTimeZone: Codable, Hashable, Sendable {
    /// Seconds to add to UTC until the first change.
    public var firstOffsetSeconds: Int
    /// Later offsets, in the order of the moments from which they hold.
    public var changes: [Change]

    /// The clocks are set.
    public struct Change: Codable, Hashable, Sendable {
        /// From when on.
        public var from: Timestamp
        /// Seconds to add to UTC from then on.
        public var offsetSeconds: Int

        /// Makes a change.
        public init(from: Timestamp, offsetSeconds: Int) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    /// Makes a zone.
    public init(firstOffsetSeconds: Int, changes: [Change] = []) {
        self.firstOffsetSeconds = firstOffsetSeconds
        self.changes = changes
    }

    /// UTC itself.
    public static let utc = CivilTimeZone(firstOffsetSeconds: 0)

    /// Seconds since midnight on the clocks of the place, 0…86,399.
    public func secondOfDay(at time: Timestamp) -> Int {
        let offset = changes.last { $0.from <= time }?.offsetSeconds ?? firstOffsetSeconds
        let utc = time.nanosecondsSinceEpoch.floored(to: 1_000_000_000)
        return Int((utc + Int64(offset)).modulo(86_400))
    }
}

extension Int64 {
    /// The quotient by `divisor`, rounded down.
    fileprivate func floored(to divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder by `divisor`, never negative.
    fileprivate func modulo(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
