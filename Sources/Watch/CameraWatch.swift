public import Alerting
public import Growth
public import Vocabulary

/// The judgement of one camera: observations in, growth and alerts out.
///
/// It is a value without clock or I/O. Equal observations and rules give equal events and an equal
/// state, so watching live, replaying a clip and testing rules on a past season are the same code,
/// and the state may be stored after any step and taken up by another process.
public struct CameraWatch: Hashable, Sendable {
    /// The camera that is judged.
    public let camera: CameraID
    /// Level and growth.
    public internal(set) var growth = GrowthEstimator()
    /// One machine for each rule that is pending, is firing, or has ever fired.
    var machines: [RuleID: AlertMachine] = [:]
    /// Notices a picture that does not change any more.
    var freeze = FreezeDetector()
    /// The latest time of any sample.
    var newestSample: Timestamp?
    /// The model of the newest sample.
    var model = ""
    /// The level when the judgement last began anew: all that is known until the next sample.
    var formerCoverage: Double?

    /// Starts to watch a camera.
    public init(camera: CameraID) { self.camera = camera }

    /// Bins that a level must rest on before a coverage rule acts on it.
    ///
    /// With three, one bin of glare can't move the level far.
    private static let settledBins = 3

    /// The alerts that are open, in the order of their rules.
    public var openAlerts: [AlertIdentity] {
        machines.filter(\.value.isFiring).sorted { $0.key < $1.key }.map {
            AlertIdentity(rule: $0.key, camera: camera, episode: $0.value.episode)
        }
    }

    /// Judges the next observation.
    ///
    /// - A gap changes neither growth nor any alert: a blind camera's water is not clean.
    /// - A sample that is older than the newest one still counts in its bin while that is open, but
    ///   gives no events.
    /// - When a rule is gone (removed, or no longer for this camera) or watches something else now,
    ///   its open alert is resolved at the next observation of any kind, since no sample would ever
    ///   resolve it. The count of its episodes is kept: should the rule come back, its alerts get
    ///   new identities.
    ///
    /// - Parameters:
    ///   - observation: Of this camera; one of another camera is passed over.
    ///   - rules: The rules that are for this camera; their ids differ.
    ///   - settings: How growth is estimated.
    /// - Returns: The estimate first, then alerts in the order of the rules.
    public mutating func step(
        _ observation: Observation, rules: [AlertRule], settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        guard observation.camera == camera else { return [] }
        switch observation {
        case .gap:
            return retireMachines(notIn: rules, at: observation.time, settings)
        case .sample(let sample):
            return step(sample, rules, settings)
        }
    }

    private mutating func step(
        _ sample: CoverageSample, _ rules: [AlertRule], _ settings: GrowthSettings
    ) -> [WatchEvent] {
        let step = growth.add(sample, settings: settings)
        if let newestSample, sample.time < newestSample { return [] }
        newestSample = sample.time
        model = sample.model

        var events = retireMachines(notIn: rules, at: sample.time, settings)
        guard let estimate = step?.estimate else { return events }
        events.insert(.growth(estimate), at: 0)
        let reading = reading(of: estimate, at: sample.time)
        for rule in rules {
            var machine = machines[rule.id] ?? AlertMachine()
            if let event = machine.step(reading, rule: rule) { events.append(.alert(event)) }
            machines[rule.id] = machine.isUntouched ? nil : machine
        }
        return events
    }

    mutating func retireMachines(
        notIn rules: [AlertRule], at time: Timestamp, _ settings: GrowthSettings
    ) -> [WatchEvent] {
        let gone = machines.filter { id, machine in
            guard !machine.isAtRest else { return false }
            guard let rule = rules.first(where: { $0.id == id }) else { return true }
            return machine.openKind.map { $0 != rule.kind } ?? false
        }
        guard !gone.isEmpty else { return [] }
        let time = max(time, newestSample ?? time)
        let estimate = growth.estimate(of: camera, settings: settings) ?? formerEstimate(at: time)
        let reading = reading(of: estimate, at: time)
        return gone.sorted { $0.key < $1.key }.compactMap { id, retired in
            var machine = retired
            let event = machine.retire(id, at: reading)
            machines[id] = machine.isUntouched ? nil : machine
            return event.map(WatchEvent.alert)
        }
    }

    private func reading(of estimate: GrowthEstimate, at time: Timestamp) -> AlertReading {
        AlertReading(
            time: time, estimate: estimate,
            isLevelSettled: growth.binCount >= Self.settledBins, model: model)
    }
}
