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

    @Test("the last slot of a reach is judged though no sample closes it")
    func reachEnd() throws {
        let ruling = Ruling(rules: [AlertRule(id: "high", kind: .coverage, raise: 0.3)])
        let reach = Reach(id: "lower", squareMetres: ["a": 100, "b": 100])
        let water = Water(reach: reach, cameras: ["a", "b"], tags: [:])
        func firing(until end: Timestamp) -> [AlertEvent] {
            let series = water.cameras.map { camera in
                CameraSeries(
                    camera: camera,
                    points: (0..<200).map {
                        SeriesPoint(time: Self.start + .seconds(1800) * $0, coverage: 0.9)
                    }.filter { $0.time < end })
            }
            return WaterJudge.record(of: series, from: water, by: ruling).alerts.filter {
                $0.identity.subject == .reach("lower") && $0.state == .firing
            }
        }
        let whole = firing(until: Self.start + .days(10))
        let time = try #require(whole.first?.time)
        let endOfSlot = time + ReachBins.slotLength / 2
        #expect(firing(until: endOfSlot) == whole)
        #expect(firing(until: endOfSlot - ReachBins.slotLength).isEmpty)
    }

    @Test("what the sampler measured is judged as the look that it is")
    func measurements() throws {
        let points = Self.points(seed: 3)
        let water = Water(camera: "lock-3")
        var judge = WaterJudge(water, by: .standard)
        var record = WaterRecord(estimates: .all, hasRoutes: false)
        for (number, point) in points.enumerated() {
            let verdict: SamplingReport.Verdict =
                if let reason = point.gapReason {
                    .rejected(reason: reason, detail: "")
                } else {
                    .accepted(
                        CoverageReading(
                            coverage: point.coverage, visibleShare: 1,
                            sigmaLogit: point.sigmaLogit, frames: 1, model: ""))
                }
            // No two hashes are near each other, so that no picture looks frozen.
            let measurement = SamplingReport.Measurement(
                job: "j", index: number, mediaSeconds: nil, recordedTime: nil, verdict: verdict,
                pictureHash: UInt64(number) &* 0x9e37_79b9_7f4a_7c15, width: 640, height: 360,
                decodeSeconds: 0, analysisSeconds: 0)
            let observation = judge.step(
                measurement, at: point.time, ofCamera: 0, into: &record)
            #expect(observation == point.observation(of: "lock-3"))
        }
        judge.end(into: &record)
        let expected = WaterJudge.record(
            of: [CameraSeries(camera: "lock-3", points: points)], from: water, by: .standard,
            estimates: .all)
        #expect(record.estimates == expected.estimates)
        #expect(record.alerts == expected.alerts)
    }

    @Test("an alert that a silence kept back is told at the first look after it, gap or sample")
    func silence() throws {
        let end = Self.start + .days(4) + .seconds(100)
        let silence = Silence(
            match: .all, author: "Li Wei", reason: "harvest", start: Self.start, end: end)
        let ruling = Ruling(
            rules: [AlertRule(id: "high", kind: .coverage, raise: 0.3)],
            policy: NotificationPolicy(
                site: "s", routes: RoutingTree(routes: [Route(department: "bureau")]),
                silences: [silence]))
        var judge = WaterJudge(Water(camera: "c"), by: ruling)
        func notices(at time: Timestamp, _ point: SeriesPoint) -> [Notice] {
            var record = WaterRecord(estimates: .none, hasRoutes: true)
            judge.step(point, ofCamera: 0, into: &record)
            return record.notices
        }
        var told: [Timestamp] = []
        for number in 0..<300 {
            let time = Self.start + .seconds(1800) * number
            let point =
                number < 190
                ? SeriesPoint(time: time, coverage: 0.9) : SeriesPoint(time: time, gap: .glare)
            if !notices(at: time, point).isEmpty { told.append(time) }
        }
        #expect(told == [Self.start + .seconds(1800) * 193])
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
