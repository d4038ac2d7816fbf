/// What was seen in the last two weeks: the bins of each day, and the median levels of half days.
///
/// It answers what the filter can't: whether there is evidence enough, and whether the level moved
/// along a slope or in a step.
struct DailyLevels: Hashable, Sendable {
    /// One day (UTC) with at least one bin.
    struct Day: Hashable, Sendable {
        /// Days since the epoch.
        let number: Int
        /// Its bins.
        var bins: Int
    }

    /// The 12 h from midnight or noon (UTC) on, with at least one bin.
    struct HalfDay: Hashable, Sendable {
        /// Half days since the epoch.
        let number: Int
        /// Median of its bins' levels, in steps.
        var median: Int
    }

    /// Days with bins, oldest first.
    private(set) var days: [Day] = []
    /// Half days with bins, oldest first.
    private(set) var halfDays: [HalfDay] = []
    /// Levels of the newest day's bins in ascending order, in steps.
    private var newestDay: [Int] = []
    /// Levels of the newest half day's bins in ascending order, in steps.
    private var newestHalf: [Int] = []
    /// The level that was added last.
    private var newestLevel = 0

    /// Days that are looked back on at most.
    static let span = 14
    /// Half days whose medians are kept.
    static let halfDaySpan = 20
    private static let mostBinsOfDay = 64

    init() {}

    /// Adds a bin, which is newer than all before.
    mutating func add(level: Int, halfDay: Int) {
        let day = halfDay >> 1
        if days.last?.number != day {
            newestDay.removeAll(keepingCapacity: true)
            if let oldest = days.first, oldest.number <= day - Self.span {
                days.removeAll { $0.number <= day - Self.span }
            }
            days.append(Day(number: day, bins: 0))
        }
        if halfDays.last?.number != halfDay {
            newestHalf.removeAll(keepingCapacity: true)
            if let oldest = halfDays.first, oldest.number <= halfDay - Self.halfDaySpan {
                halfDays.removeAll { $0.number <= halfDay - Self.halfDaySpan }
            }
            halfDays.append(HalfDay(number: halfDay, median: level))
        }
        Self.makeRoom(in: &newestDay)
        Self.makeRoom(in: &newestHalf)
        insert(level)
        days[days.count - 1].bins += 1
    }

    /// Replaces the bin that was added last, because more samples of it have come.
    mutating func replaceNewest(by level: Int) {
        if let old = newestDay.firstIndex(of: newestLevel) { newestDay.remove(at: old) }
        if let old = newestHalf.firstIndex(of: newestLevel) { newestHalf.remove(at: old) }
        insert(level)
    }

    private mutating func insert(_ level: Int) {
        newestLevel = level
        Self.insert(level, into: &newestDay)
        Self.insert(level, into: &newestHalf)
        let middle = newestHalf.count / 2
        halfDays[halfDays.count - 1].median =
            (newestHalf[(newestHalf.count - 1) / 2] + newestHalf[middle]) / 2
    }

    private static func insert(_ level: Int, into levels: inout [Int]) {
        let place = levels.lastIndex { $0 <= level }.map { $0 + 1 } ?? 0
        levels.insert(level, at: place)
    }

    /// The lowest and the highest leave, which does not move the median.
    private static func makeRoom(in levels: inout [Int]) {
        guard levels.count == mostBinsOfDay else { return }
        levels.removeLast()
        levels.removeFirst()
    }

    /// Between the highest and the lowest bin of the newest day, in logit units.
    var rangeOfNewestDay: Double {
        guard let lowest = newestDay.first, let highest = newestDay.last else { return 0 }
        return LogitScale.level(ofSteps: highest - lowest)
    }
}

extension DailyLevels: Codable {
    private enum CodingKeys: String, CodingKey {
        case days, bins, halfDays, medians, newestDay, newestHalf, newestLevel
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let numbers = try container.decode([Int].self, forKey: .days)
        let bins = try container.decode([Int].self, forKey: .bins)
        let halves = try container.decode([Int].self, forKey: .halfDays)
        let medians = try container.decode([Int].self, forKey: .medians)
        newestDay = try container.decode([Int].self, forKey: .newestDay)
        newestHalf = try container.decode([Int].self, forKey: .newestHalf)
        newestLevel = try container.decode(Int.self, forKey: .newestLevel)
        guard numbers.count == bins.count, numbers.count <= Self.span,
            halves.count == medians.count, halves.count <= Self.halfDaySpan,
            Self.ascend(numbers), Self.ascend(halves), numbers.isEmpty == halves.isEmpty,
            numbers.isEmpty == newestDay.isEmpty, numbers.isEmpty == newestHalf.isEmpty,
            (medians + newestDay + newestHalf).allSatisfy(LogitScale.possibleSteps.contains)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .days, in: container,
                debugDescription: "there must be one count for each of at most \(Self.span) "
                    + "ascending days and one median for each of at most \(Self.halfDaySpan) "
                    + "ascending half days, and each level must lie within "
                    + "\(LogitScale.possibleSteps)")
        }
        days = zip(numbers, bins).map { Day(number: $0, bins: $1) }
        halfDays = zip(halves, medians).map { HalfDay(number: $0, median: $1) }
    }

    private static func ascend(_ numbers: [Int]) -> Bool {
        zip(numbers, numbers.dropFirst()).allSatisfy(<)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(days.map(\.number), forKey: .days)
        try container.encode(days.map(\.bins), forKey: .bins)
        try container.encode(halfDays.map(\.number), forKey: .halfDays)
        try container.encode(halfDays.map(\.median), forKey: .medians)
        try container.encode(newestDay, forKey: .newestDay)
        try container.encode(newestHalf, forKey: .newestHalf)
        try container.encode(newestLevel, forKey: .newestLevel)
    }
}
