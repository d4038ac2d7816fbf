import Alerting
import Backtesting
import Testing
import Vocabulary
import Watch

@Suite struct WaterJudgeTests {
    private static let start = Timestamp.epoch + .days(20_000)

    private static func points(seed: UInt64) -> [SeriesPoint] {
        var random = SeededRandom(seed: seed)
        return (0..<900).map { number in
            let time = start + .seconds(7200) * number
            if random.next() % 9 == 0 { return SeriesPoint(time: time, gap: .glare) }
            let phase = Double((number + Int(seed) * 50) % 400) / 400
            let noise = 0.8 + Double(random.next() % 1000) / 2500
            return SeriesPoint(time: time, coverage: min(1, (0.02 + 0.7 * phase * phase) * noise))
        }
    }

    @Test(
        "a series is judged exactly as the live judge does", arguments: 1...4 as ClosedRange<UInt64>
    )
    func live(seed: UInt64) {
        let series = CameraSeries(camera: "lock-3", points: Self.points(seed: seed))
        let record = WaterJudge.record(
            of: [series], from: Water(camera: "lock-3"), by: .standard, estimates: .all)
        var watch = CameraWatch(camera: "lock-3")
        var estimates: [GrowthEstimate] = []
        var alerts: [AlertEvent] = []
        let rules = AlertRule.standard.map(\.withoutReminders)
        for point in series.points {
            for event in watch.step(point.observation(of: "lock-3"), rules: rules) {
                switch event {
                case .growth(let estimate): estimates.append(estimate)
                case .alert(let alert): alerts.append(alert)
                }
            }
        }
        #expect(record.estimates == estimates)
        #expect(record.alerts == alerts)
        #expect(record.sampleCount + record.gapCount == 900)
        #expect(!alerts.isEmpty, "the series must raise something to try anything")
    }

    @Test("an alert of the reach keeps those of its cameras from the departments")
    func reach() {
        let policy = NotificationPolicy(
            site: "s", routes: RoutingTree(routes: [Route(department: "bureau")]))
        let ruling = Ruling(
            rules: [AlertRule(id: "high", kind: .coverage, raise: 0.3)], policy: policy)
        // Plants are in view of one camera, and days later of the other too.
        let cameras: [CameraID] = ["a", "b"]
        let series = zip(cameras, [20, 200]).map { camera, arrival in
            CameraSeries(
                camera: camera,
                points: (0..<400).map { number in
                    SeriesPoint(
                        time: Self.start + .seconds(1800) * number,
                        coverage: number < arrival ? 0.1 : 0.9)
                })
        }
        let reach = Reach(id: "lower", squareMetres: ["a": 100, "b": 100])
        let record = WaterJudge.record(
            of: series, from: Water(reach: reach, cameras: cameras, tags: [:]), by: ruling)
        let subjects: Set<AlertSubject> = [.camera("a"), .camera("b"), .reach("lower")]
        #expect(Set(record.alerts.map(\.identity.subject)) == subjects)
        let told = Set(record.notices.map(\.event.identity.subject))
        #expect(told == [.camera("a"), .reach("lower")])
        let alone = WaterJudge.record(of: [series[1]], from: Water(camera: "b"), by: ruling)
        #expect(alone.notices.contains { $0.event.state == .firing })
    }

    @Test("daily estimates are the last of each day")
    func daily() {
        let series = CameraSeries(camera: "lock-3", points: Self.points(seed: 2))
        func estimates(_ density: EstimateDensity) -> [GrowthEstimate] {
            WaterJudge.record(
                of: [series], from: Water(camera: "lock-3"), by: .standard, estimates: density
            ).estimates
        }
        let all = estimates(.all)
        let daily = estimates(.daily)
        #expect(daily == EstimateDensity.daily.thinned(all))
        #expect(daily.count == 75)
        #expect(daily.last == all.last)
        #expect(estimates(.none).isEmpty)
    }
}
