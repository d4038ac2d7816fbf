import SimulatedSeries
import Vocabulary

/// A series nobody planned: growth, jumps, glare, silences and wrong clocks, as a seed has it.
enum RandomSeries {
    static func samples(seed: UInt64, count: Int) -> [CoverageSample] {
        var generator = SplitMix64(seed: seed)
        var hours = 0.0
        var level = generator.uniform(in: -4...0)
        var rate = 0.0
        let usual = generator.uniform(in: 0.2...5)
        return (0..<count).map { _ in
            let step = generator.uniform() < 0.02 ? generator.uniform(in: 0...300) : usual
            hours += step
            level += rate * step / 24
            if generator.uniform() < 0.01 { rate = generator.uniform(in: -0.3...0.5) }
            if generator.uniform() < 0.005 { level = generator.uniform(in: -5...3) }
            level = min(max(level, -6), 5)
            let noise = generator.uniform() < 0.03 ? 3 : 0.2
            let seen = level + noise * generator.normal()
            let late = generator.uniform() < 0.01 ? -generator.uniform(in: 0...30) : 0
            // Falls and rises like the logistic function and needs no library.
            return sample(hours: hours + late, coverage: 0.5 + 0.5 * seen / (1 + abs(seen)))
        }
    }
}
