import CPlatform
import Growth
import Vocabulary

/// Samples that the growth filter alone takes in a second, without rules and without a store.
struct FilterRate {
    /// Samples per second of processor time.
    struct Figures: Encodable {
        /// Each sample is a bin of its own, as in a season of 2-hour bins.
        var binEach = Double.zero
        /// A sample every ten minutes, of which twelve make a bin.
        var twelveToABin = Double.zero
        /// A season of 4,380 bins for 1,000 cameras, in seconds.
        var seasonSeconds: Double { 4_380 * 1_000 / max(binEach, 1) }

        var lines: [String] {
            [
                "- growth filter alone, a bin for each sample: \(Int(binEach)) samples/s",
                "- growth filter alone, twelve samples to a bin: \(Int(twelveToABin)) samples/s",
                "- a season of 4,380 bins for 1,000 cameras: \(Int(seasonSeconds.rounded(.up))) s",
            ]
        }
    }

    private let cameras = 64
    private let samplesOfCamera = 4_380

    func measure() -> Figures {
        Figures(
            binEach: rate(every: .seconds(7200)), twelveToABin: rate(every: .seconds(600)))
    }

    private func rate(every interval: Duration) -> Double {
        let series = series(every: interval)
        var judged = 0
        let began = duckweed_thread_cpu_nanoseconds()
        for _ in 0..<cameras {
            var estimator = GrowthEstimator()
            for sample in series where estimator.add(sample) != nil { judged += 1 }
        }
        let seconds = Double(duckweed_thread_cpu_nanoseconds() - began) / 1e9
        precondition(judged > 0, "the filter must have judged bins")
        return Double(cameras * series.count) / seconds
    }

    /// Grows and shrinks between 5 and 45 %, with noise, so that the filter has its usual work.
    private func series(every interval: Duration) -> [CoverageSample] {
        var random = SeededRandom(seed: 17)
        return (0..<samplesOfCamera).map { number in
            let swing = abs(Double(number % 400) - 200) / 200
            let coverage = 0.05 + 0.35 * swing + Double.random(in: 0..<0.05, using: &random)
            return CoverageSample(
                camera: "bench", time: .epoch + .days(20_000) + interval * number,
                coverage: coverage, visibleShare: 1, sigmaLogit: 0.15, frames: 1, model: "bench")
        }
    }
}
