internal import Alerting
public import Growth
public import Vocabulary

extension CameraWatch {
    /// Forgets what was seen, because the camera shows another recording from now on.
    ///
    /// Its times may be earlier than those of the last one, so levels, the newest picture and spells
    /// that have begun say nothing about it. An open alert stays open and is judged by the new
    /// samples. Episodes go on counting, so that no two alerts share an identity.
    public mutating func beginAnew() {
        formerCoverage = growth.posterior?.coverage ?? formerCoverage
        growth = GrowthEstimator()
        freeze = FreezeDetector()
        cadence = SampleCadence()
        judgedDay = nil
        for entry in machines.entries {
            var machine = entry.machine
            machine.beginAnew()
            machines[entry.rule] = machine
        }
    }

    /// Resolves all open alerts, because nobody watches the camera any more.
    ///
    /// - Parameters:
    ///   - time: When it left; an event is never earlier than the newest sample.
    ///   - settings: How growth is estimated.
    /// - Returns: The alerts in the order of their rules.
    public mutating func retireAll(
        at time: Timestamp, settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        retireMachines(notIn: [], at: time, settings)
    }

    /// What is known of the water before the first sample since the judgement began anew; `nil` when
    /// nothing ever was.
    func formerEstimate(at time: Timestamp) -> GrowthEstimate? {
        formerCoverage.map { coverage in
            GrowthEstimate(
                camera: camera, time: time, coverage: coverage, levelLow: 0, levelHigh: 1,
                rate: nil, rateLow: nil, rateHigh: nil, doublingDays: nil, published: false,
                withheld: .tooLittleEvidence)
        }
    }
}
