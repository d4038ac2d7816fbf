internal import Vocabulary

/// Turns values into places along one axis.
struct PlotScale {
    let values: ClosedRange<Double>
    /// Where the lowest and the highest value lie, in pixels.
    let start: Double
    let end: Double

    func place(_ value: Double) -> Double {
        let span = values.upperBound - values.lowerBound
        let share = span > 0 ? (value - values.lowerBound) / span : 0.5
        return start + min(max(share, 0), 1) * (end - start)
    }

    func place(_ time: Timestamp) -> Double { place(time.daysSinceEpoch) }

    /// Round values, about as many as are asked for.
    func ticks(about count: Int) -> [Double] {
        let span = values.upperBound - values.lowerBound
        guard span > 0 else { return [values.lowerBound] }
        let step = Self.roundStep(span / Double(count))
        let first = (values.lowerBound / step).rounded(.up)
        let last = (values.upperBound / step).rounded(.down)
        guard first <= last else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// One of 1, 2, 5, 10, 20, … (and their tenths), about as large as a value.
    static func roundStep(_ value: Double) -> Double {
        var power = 1.0
        while power > value { power /= 10 }
        while power * 10 <= value { power *= 10 }
        for factor in [1.0, 2, 5] where power * factor >= value * 0.7 { return power * factor }
        return power * 10
    }
}

/// The dates that are written below a plot.
struct DateTicks {
    /// One date: where, and its text.
    struct Tick {
        let time: Timestamp
        let label: String
    }

    let ticks: [Tick]

    /// Days between two dates: whole weeks from Monday on where there are many days.
    private static let steps = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728]

    /// Chooses dates of a span of time, at most about `most`.
    init(from start: Timestamp, to end: Timestamp, most: Int) {
        let first = start.wholeDay
        let last = end.wholeDay + 1
        let step = Self.steps.first { (last - first) / $0 <= most } ?? 3640
        // Day 4 was the first Monday.
        let origin = step % 7 == 0 ? 4 : 0
        var ticks: [Tick] = []
        var day = origin + ((first - origin) / step) * step
        var year: Substring = ""
        while day <= last {
            let time = Timestamp.epoch + .days(Double(day))
            if time >= start, time <= end {
                let date = time.description.prefix(10)
                // The year stands where it is new.
                let isNew = date.prefix(4) != year
                year = date.prefix(4)
                ticks.append(Tick(time: time, label: String(isNew ? date : date.dropFirst(5))))
            }
            day += step
        }
        self.ticks = ticks
    }
}
