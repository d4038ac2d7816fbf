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
    /// One machine for each rule that is not at rest or has ever fired.
    var machines = RuleMachines()
    /// Notices a picture that does not change any more.
    var freeze = FreezeDetector()
    /// How often usable samples come.
    var cadence = SampleCadence()
    /// The day (UTC) of the newest judged bin, in days since the epoch.
    var judgedDay: Int?
    /// The model of the newest sample.
    var model = ""
    /// The level when the judgement last began anew: all that is known until the next sample.
    var formerCoverage: Double?

    /// Starts to watch a camera.
    public init(camera: CameraID) { self.camera = camera }

    /// The alerts that are open, in the order of their rules.
    public var openAlerts: [AlertIdentity] {
        machines.entries.filter(\.machine.isOpen).map {
            AlertIdentity(rule: $0.rule, camera: camera, episode: $0.machine.episode)
        }
    }

    /// Where a rule stands.
    public func phase(of rule: RuleID) -> AlertPhase { machines[rule].phase }

    /// How serious the open alert of a rule is; `nil` when none is open.
    public func openSeverity(of rule: RuleID) -> Severity? { machines[rule].openSeverity }

    /// Judges the next observation.
    ///
    /// - A gap changes neither growth nor an alert about the water: a blind camera's water is not
    ///   clean. It counts for the rules about the camera itself, and as time that passes.
    /// - A sample that is older than the newest one still counts in its bin while that is open, but
    ///   gives no events but those of rules that are gone.
    /// - When a rule is gone (removed, or no longer for this camera) or watches something else now,
    ///   its open alert is resolved at the next observation of any kind, since no sample would ever
    ///   resolve it. The count of its episodes is kept: should the rule come back, its alerts get
    ///   new identities.
    ///
    /// - Parameters:
    ///   - observation: Of this camera; one of another camera is passed over.
    ///   - rules: The rules as they hold for this camera; their ids differ.
    ///   - settings: How growth is estimated.
    /// - Returns: The estimate first, when a bin was judged, then alerts in the order of the rules.
    public mutating func step(
        _ observation: Observation, rules: [AlertRule], settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        guard observation.camera == camera else { return [] }
        switch observation {
        case .gap(let gap):
            var events = retireMachines(notIn: rules, at: observation.time, settings)
            judge(.gap(gap.reason), at: gap.time, rules, settings, into: &events)
            return events
        case .sample(let sample):
            return step(sample, rules, settings)
        }
    }

    private mutating func step(
        _ sample: CoverageSample, _ rules: [AlertRule], _ settings: GrowthSettings
    ) -> [WatchEvent] {
        let step = growth.add(sample, settings: settings)
        if let newest = cadence.newest, sample.time < newest {
            return retireMachines(notIn: rules, at: newest, settings)
        }
        cadence.add(sample.time)
        if model != sample.model { model = sample.model }

        var events: [WatchEvent] = []
        if let step { events.append(.growth(step.estimate)) }
        if machines.areBusy { events += retireMachines(notIn: rules, at: sample.time, settings) }
        var heeding = rules
        if step == nil {
            guard machines.areBusy else { return events }
            heeding = rules.filter { machines.heed(sampleAt: sample.time, rule: $0) }
            guard !heeding.isEmpty else { return events }
        }
        let sight = sight(of: step, at: sample.time)
        judge(sight, at: sample.time, heeding, settings, into: &events)
        return events
    }

    mutating func sight(of step: GrowthStep?, at time: Timestamp) -> AlertReading.Sight {
        guard let step else { return .sampled }
        let day = Int(time.daysSinceEpoch.rounded(.down))
        let isFirstOfDay = day != judgedDay
        judgedDay = day
        return .judged(step, isFirstOfDay: isFirstOfDay)
    }

    mutating func judge(
        _ sight: AlertReading.Sight, at time: Timestamp, _ rules: [AlertRule],
        _ settings: GrowthSettings, into events: inout [WatchEvent]
    ) {
        let reading = reading(sight, at: time, settings)
        let rules = rules.span
        for index in rules.indices {
            if let event = machines.step(reading, rule: rules[index]) {
                events.append(.alert(event))
            }
        }
    }

    mutating func retireMachines(
        notIn rules: [AlertRule], at time: Timestamp, _ settings: GrowthSettings
    ) -> [WatchEvent] {
        let gone = machines.busy(notIn: rules)
        guard !gone.isEmpty else { return [] }
        let reading = reading(.sampled, at: max(time, cadence.newest ?? time), settings)
        return gone.compactMap { entry in
            var machine = entry.machine
            let event = machine.retire(entry.rule, at: reading)
            machines[entry.rule] = machine
            return event.map(WatchEvent.alert)
        }
    }

    private func reading(
        _ sight: AlertReading.Sight, at time: Timestamp, _ settings: GrowthSettings
    ) -> AlertReading {
        let former: GrowthEstimate? =
            if case .judged = sight {
                nil
            } else {
                growth.estimate(of: camera, settings: settings) ?? formerEstimate(at: time)
            }
        return AlertReading(
            subject: .camera(camera), time: time, sight: sight, formerEstimate: former,
            model: model,
            silence: cadence.silence(at: time), usualGap: cadence.usualGap)
    }
}
