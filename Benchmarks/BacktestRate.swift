import Alerting
import Backtesting
import CPlatform
import Vocabulary
import Watch

/// Samples that a back-test judges in a second of one core.
struct BacktestRate {
    /// Samples per second of processor time.
    struct Figures: Encodable {
        /// From memory, a sample every ten minutes.
        var tenMinutes = Double.zero
        /// From memory, a sample every two hours, so that each is a bin of its own.
        var twoHours = Double.zero
        /// From CSV, a sample every ten minutes: read and judged.
        var tenMinutesCSV = Double.zero
        /// From CSV, a sample every two hours: read and judged.
        var twoHoursCSV = Double.zero
        /// Reading CSV alone.
        var reading = Double.zero
        /// Seconds for 1,000 cameras and a year of a sample every two hours (4,380), from CSV.
        var season = Double.zero

        var lines: [String] {
            [
                "- back-test from memory, a sample every 10 minutes: \(Int(tenMinutes)) samples/s",
                "- back-test from memory, a sample every 2 hours: \(Int(twoHours)) samples/s",
                "- back-test from CSV, every 10 minutes: \(Int(tenMinutesCSV)) samples/s",
                "- back-test from CSV, every 2 hours: \(Int(twoHoursCSV)) samples/s",
                "- reading that CSV alone: \(Int(reading)) lines/s",
                "- a year of 1,000 cameras, a sample every 2 hours (4.38 million), from CSV: "
                    + "\(Int(season.rounded(.up))) s",
            ]
        }
    }

    private let cameras = 8

    func measure() -> Figures {
        let thick = series(every: .seconds(600), count: 26_280)
        let thin = series(every: .seconds(7200), count: 4380)
        let thickText = text(of: thick)
        let thinText = text(of: thin)
        var figures = Figures()
        figures.tenMinutes = rate { judge(thick) }
        figures.twoHours = rate { judge(thin) }
        figures.tenMinutesCSV = rate { judge(read(thickText)) }
        figures.twoHoursCSV = rate { judge(read(thinText)) }
        figures.reading = rate { read(thickText).reduce(0) { $0 + $1.points.count } }
        figures.season = 4_380_000 / figures.twoHoursCSV
        return figures
    }

    /// The best of three rounds, which other work on the machine disturbs least.
    private func rate(_ body: () -> Int) -> Double {
        (0..<3).map { _ in
            let began = duckweed_thread_cpu_nanoseconds()
            let count = body()
            return Double(count) / (Double(duckweed_thread_cpu_nanoseconds() - began) / 1e9)
        }.max() ?? 0
    }

    /// Judges each camera; returns how many samples were judged.
    private func judge(_ series: [CameraSeries]) -> Int {
        series.reduce(0) { count, one in
            count
                + WaterJudge.record(of: [one], from: Water(camera: one.camera), by: .standard)
                .sampleCount
        }
    }

    private func read(_ text: [UInt8]) -> [CameraSeries] {
        var reader = SeriesReader(file: "bench", camera: "bench")
        reader.read(text)
        return reader.finish()
    }

    /// Seasons that grow, are harvested and are seen with noise.
    private func series(every: Duration, count: Int) -> [CameraSeries] {
        (0..<cameras).map { camera in
            var random = SeededRandom(seed: UInt64(camera + 1))
            let start = Timestamp.epoch + .days(20_000)
            let points = (0..<count).map { number in
                let time = start + every * number
                // A bloom every 60 days, from 2 % to 60 %.
                let phase = (time - start).inDays.truncatingRemainder(dividingBy: 60) / 60
                let level = 0.02 + 0.58 * phase * phase * phase
                let noise = 1 + 0.2 * (Double(random.next() >> 11) * 0x1p-53 - 0.5)
                return SeriesPoint(time: time, coverage: level * noise)
            }
            return CameraSeries(camera: CameraID("camera-\(camera)"), points: points)
        }
    }

    /// As a file has them: from camera to camera at each time.
    private func text(of series: [CameraSeries]) -> [UInt8] {
        var text = "time,coverage,camera,sigma\n"
        for number in series[0].points.indices {
            for one in series {
                let point = one.points[number]
                let millionths = Int((point.coverage * 1e6).rounded())
                let decimals = String(1_000_000 + millionths).dropFirst()
                text += "\(point.time),0.\(decimals),\(one.camera),0.15\n"
            }
        }
        return Array(text.utf8)
    }
}
