import Alerting
import SimulatedSeries
import Testing
import Vocabulary
import Watch

/// A whole season: quiet water, a bloom, a harvest, quiet water again.
@Suite struct BloomSeasonTests {
    @Test(
        "the bloom is told once as growth and once as coverage, and the harvest ends both",
        arguments: 1...8 as ClosedRange<UInt64>)
    func season(seed: UInt64) throws {
        var watch = CameraWatch(camera: "lock-3")
        let alerts = watch.alerts(Self.season(seed: seed))
        #expect(
            Set(alerts.map(\.id)) == [
                "growth-fast/lock-3/1/firing", "coverage-high/lock-3/1/firing",
                "coverage-high/lock-3/1/resolved", "growth-fast/lock-3/1/resolved",
            ])
        #expect(alerts.count == 4)
        #expect(watch.openAlerts == [])

        let times = Dictionary(
            uniqueKeysWithValues: alerts.map { ($0.id, ($0.time - june).inDays) })
        let growth = try #require(times["growth-fast/lock-3/1/firing"])
        let coverage = try #require(times["coverage-high/lock-3/1/firing"])
        let resolved = try #require(times["coverage-high/lock-3/1/resolved"])
        #expect((Self.bloomDay...Self.bloomDay + 8).contains(growth))
        #expect(growth < coverage, "growth is known before the water is full")
        #expect((Self.harvestDay + 1...Self.harvestDay + 3).contains(resolved))
    }

    @Test(
        "plants that double in 1.4 days are told as growth before the water is full",
        arguments: 1...8 as ClosedRange<UInt64>)
    func fastest(seed: UInt64) throws {
        var watch = CameraWatch(camera: "lock-3")
        let alerts = watch.alerts(
            Self.daylight(Self.part(fromDay: 0, days: 20, rate: 0, coverage: 0.03), seed: seed)
                + Self.daylight(
                    Self.part(fromDay: 20, days: 10, rate: 0.5, coverage: 0.03), seed: seed + 100))
        let growth = try #require(alerts.first { $0.id == "growth-fast/lock-3/1/firing" })
        #expect((20...27).contains((growth.time - june).inDays))
        #expect(!alerts.contains { $0.id == "growth-fast/lock-3/2/firing" })
    }

    @Test("quiet water with all its noise says nothing", arguments: 1...8 as ClosedRange<UInt64>)
    func quiet(seed: UInt64) {
        var series = Self.part(fromDay: 0, days: 60, rate: 0, coverage: 0.08)
        series.outlierShare = 0.03
        var watch = CameraWatch(camera: "lock-3")
        #expect(watch.alerts(Self.daylight(series, seed: seed)) == [])
    }

    static let bloomDay = 20.0
    static let harvestDay = 36.0

    /// Coverage 3 % for 20 days; 0.25 per day for 16 days, up to 63 %; then 1.5 % after a harvest.
    static func season(seed: UInt64) -> [Observation] {
        daylight(part(fromDay: 0, days: bloomDay, rate: 0, coverage: 0.03), seed: seed)
            + daylight(
                part(fromDay: bloomDay, days: harvestDay - bloomDay, rate: 0.25, coverage: 0.03),
                seed: seed + 100)
            + daylight(
                part(fromDay: harvestDay, days: 15, rate: 0, coverage: 0.015), seed: seed + 200)
    }

    private static func part(
        fromDay day: Double, days: Double, rate: Double, coverage: Double
    ) -> LogisticSeries {
        var series = LogisticSeries()
        series.start = june + .days(day) + .hours(0.25)
        series.days = days - 0.1
        series.interval = .hours(0.5)
        series.ratePerDay = rate
        series.startCoverage = coverage
        series.drift = 0.1
        series.outlierShare = 0.02
        return series
    }

    /// Samples by day and gaps by night, with a day of fog every tenth day.
    private static func daylight(_ series: LogisticSeries, seed: UInt64) -> [Observation] {
        series.samples(seed: seed).map { sample in
            let hours = (sample.time - june).inSeconds / 3600
            let isFoggy = Int(hours / 24) % 10 == 9
            let isNight = !(6...18).contains(hours.truncatingRemainder(dividingBy: 24))
            guard isFoggy || isNight else { return .sample(sample) }
            return .gap(
                SampleGap(
                    camera: sample.camera, time: sample.time,
                    reason: isNight ? .noColour : .littleVisible, detail: "simulated"))
        }
    }
}
