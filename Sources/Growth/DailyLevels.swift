/// The last two weeks, a day at a time: the median level of each day and how many bins it had.
///
/// It answers what the filter can't: whether there is evidence enough, and whether the level moved
/// along a slope or in a step.
struct DailyLevels: Hashable, Sendable {
    /// One day (UTC) with at least one bin.
    struct Day: Hashable, Sendable {
        /// Days since the epoch.
        let number: Int
        /// Median of its bins' levels, in steps.
        var median: Int
        /// Its bins.
        var bins: Int
    }

    /// Days with bins, oldest first.
    private(set) var days: [Day] = []
    /// Levels of the newest day's bins in ascending order, in steps.
    private var newestDay: [Int] = []
    /// The level that was added last.
    private var newestLevel = 0

    /// Days that are looked back on at most.
    static let span = 14
    private static let mostBinsOfDay = 64

    init() {}

    /// Adds a bin, which is newer than all before.
    mutating func add(level: Int, day: Int) {
        if days.last?.number != day {
            newestDay.removeAll(keepingCapacity: true)
            if let oldest = days.first, oldest.number <= day - Self.span {
                days.removeAll { $0.number <= day - Self.span }
            }
            days.append(Day(number: day, median: level, bins: 0))
        }
        if newestDay.count == Self.mostBinsOfDay {
            newestDay.removeLast()
            newestDay.removeFirst()
        }
        insert(level)
        days[days.count - 1].bins += 1
    }

    /// Replaces the bin that was added last, because more samples of it have come.
    mutating func replaceNewest(by level: Int) {
        if let old = newestDay.firstIndex(of: newestLevel) { newestDay.remove(at: old) }
        insert(level)
    }

    private mutating func insert(_ level: Int) {
        newestLevel = level
        let place = newestDay.lastIndex { $0 <= level }.map { $0 + 1 } ?? 0
        newestDay.insert(level, at: place)
        let middle = newestDay.count / 2
        days[days.count - 1].median =
            (newestDay[(newestDay.count - 1) / 2] + newestDay[middle]) / 2
    }

    /// Between the highest and the lowest bin of the newest day, in logit units.
    var rangeOfNewestDay: Double {
        guard let lowest = newestDay.first, let highest = newestDay.last else { return 0 }
        return LogitScale.level(ofSteps: highest - lowest)
    }
}

extension DailyLevels: Codable {
    private enum CodingKeys: String, CodingKey { case days, medians, bins, newestDay, newestLevel }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let numbers = try container.decode([Int].self, forKey: .days)
        let medians = try container.decode([Int].self, forKey: .medians)
        let bins = try container.decode([Int].self, forKey: .bins)
        newestDay = try container.decode([Int].self, forKey: .newestDay)
        newestLevel = try container.decode(Int.self, forKey: .newestLevel)
        guard numbers.count == medians.count, numbers.count == bins.count,
            numbers.count <= Self.span, numbers.isEmpty == newestDay.isEmpty,
            zip(numbers, numbers.dropFirst()).allSatisfy(<),
            (medians + newestDay).allSatisfy(LogitScale.possibleSteps.contains)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .days, in: container,
                debugDescription: "there must be one median and one count for each of at most "
                    + "\(Self.span) ascending days, and each level must lie within "
                    + "\(LogitScale.possibleSteps)")
        }
        for index in numbers.indices {
            days.append(Day(number: numbers[index], median: medians[index], bins: bins[index]))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(days.map(\.number), forKey: .days)
        try container.encode(days.map(\.median), forKey: .medians)
        try container.encode(days.map(\.bins), forKey: .bins)
        try container.encode(newestDay, forKey: .newestDay)
        try container.encode(newestLevel, forKey: .newestLevel)
    }
}
