internal import Alerting
public import Vocabulary

extension RuleTest {
    /// What came of a test.
    public struct Outcome: Sendable {
        /// The expectations that were not met, in the order of time.
        public var failures: [Failure] = []
        /// All that became of alerts, in the order of time.
        public var history: [AlertEvent] = []
    }

    /// An expectation that was not met.
    public struct Failure: Sendable {
        /// The expectation.
        public let expectation: Expectation
        /// What it names and was not open.
        public let missing: [ExpectedAlert]
        /// What was open and is not named.
        public let unexpected: [OpenAlertState]
        /// How many alerts were as expected.
        public let metCount: Int
    }

    /// Judges the series and compares the open alerts at each of the moments.
    public func run(by ruling: Ruling) -> Outcome {
        var outcome = Outcome()
        let moments = expectations.sorted { $0.time < $1.time }
        var open = moments.map { _ in [OpenAlertState]() }
        for water in waters {
            let mine = water.cameras.map { camera in
                series.first { $0.camera == camera } ?? CameraSeries(camera: camera)
            }
            var judge = WaterJudge(water, by: ruling)
            var record = WaterRecord(estimates: .none, hasRoutes: ruling.policy != nil)
            var next = 0
            for look in WaterJudge.inOrder(mine) {
                let point = mine[look.camera].points[look.point]
                while next < moments.count, moments[next].time < point.time {
                    open[next] += Self.states(record, judge)
                    next += 1
                }
                judge.step(point, ofCamera: look.camera, into: &record)
            }
            for rest in next..<moments.count { open[rest] += Self.states(record, judge) }
            outcome.history += record.alerts
        }
        outcome.history.sort { ($0.time, $0.id) < ($1.time, $1.id) }
        outcome.failures = zip(moments, open).compactMap(Self.failure)
        return outcome
    }

    private static func failure(_ expectation: Expectation, _ open: [OpenAlertState]) -> Failure? {
        var unexpected = open
        var missing: [ExpectedAlert] = []
        for alert in expectation.alerts {
            if let place = unexpected.firstIndex(where: alert.isMet) {
                unexpected.remove(at: place)
            } else {
                missing.append(alert)
            }
        }
        guard !missing.isEmpty || !unexpected.isEmpty else { return nil }
        return Failure(
            expectation: expectation, missing: missing, unexpected: unexpected,
            metCount: open.count - unexpected.count)
    }

    /// The alerts that are open now, with those who have been told.
    private static func states(_ record: WaterRecord, _ judge: WaterJudge) -> [OpenAlertState] {
        let told = Dictionary(
            judge.openIncidents.map { ($0.identity, $0.told) },
            uniquingKeysWith: { first, _ in first })
        return AlertSpan.spans(of: record.alerts).filter { $0.end == nil }.map { span in
            OpenAlertState(
                rule: span.identity.rule, subject: span.identity.subject, severity: span.severity,
                departments: told[span.identity] ?? [])
        }
    }
}
