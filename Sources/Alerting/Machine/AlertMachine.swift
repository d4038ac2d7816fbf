internal import Growth
public import Vocabulary

/// The state of one rule for one camera or reach.
///
/// It moves by ``AlertTransition`` alone, which `docs/alerts.md` draws.
///
/// - Pending ends at the first evaluation at which the condition is not met.
/// - An evaluation that says nothing (no published rate, a sample that waits in its bin) changes
///   nothing, and a gap is no evaluation of a rule about the water. So a blind camera neither fires
///   nor resolves such an alert, and a hold goes on after the gap, unless the gap was long.
/// - A hold is that of one rule as it stands: when the rule gets another condition, it starts again.
/// - A reading that is older than the one before is passed over.
/// - Each firing is an episode with its own number, so that no two alerts share an identity.
/// - The severity of an open alert rises and never falls. From time to time it says that it is still
///   open.
///
/// It knows nothing of people: silences, quiet hours and acknowledgements change who is told
/// (``IncidentBook``) and not what holds of the water.
public struct AlertMachine: Hashable, Sendable {
    /// Where the rule stands.
    public internal(set) var phase = AlertPhase.ok
    /// Counts how often the rule has fired for the subject.
    public internal(set) var episode = 0
    /// The evaluations that agree: on the condition while pending, on its end while resolving.
    var spell: Spell?
    /// What the pending condition is.
    var asked: AskedCondition?
    var alert: OpenAlert?
    var newestReading: Timestamp?

    /// Starts with a rule that has never fired.
    public init() {}

    /// Whether an alert is open.
    public var isOpen: Bool { alert != nil }

    /// Whether the machine remembers nothing that a new one would have to know.
    public var isUntouched: Bool { episode == 0 && phase == .ok }

    /// What the open alert watches; `nil` when none is open.
    public var openKind: AlertKind? { alert?.kind }

    /// How serious the open alert is; `nil` when none is open.
    public var openSeverity: Severity? { alert?.severity }

    /// Judges a reading by `rule`.
    ///
    /// - Returns: The event, when a department must be told something.
    public mutating func step(_ reading: AlertReading, rule: AlertRule) -> AlertEvent? {
        if let newestReading, reading.time < newestReading { return nil }
        newestReading = reading.time
        if rule.kind.isOfWater, reading.isDataMissing { move(on: .samplesMissing) }
        return judge(reading, rule) ?? remind(reading, rule)
    }

    /// Whether a sample that waits in its bin can change anything here.
    ///
    /// It is asked for each sample, so that most samples cost next to nothing.
    public func heeds(sampleAt time: Timestamp, rule: AlertRule) -> Bool {
        switch phase {
        case .ok: false
        case .pending, .firing, .resolving, .unknown:
            !rule.kind.isOfWater || alert?.mayRemind(at: time, rule.reminders) ?? false
        }
    }

    /// Closes the open alert of a rule that no longer exists, so that it is not open for ever.
    ///
    /// - Returns: The event, when an alert was open.
    public mutating func retire(_ rule: RuleID, at reading: AlertReading) -> AlertEvent? {
        let (before, closed) = (phase, alert)
        alert = nil
        move(on: .retired)
        guard let closed else { return nil }
        var evidence = reading.evidence(threshold: closed.raise, since: reading.time)
        evidence.previousState = before
        return AlertEvent(
            identity: AlertIdentity(rule: rule, subject: reading.subject, episode: episode),
            kind: closed.kind, severity: closed.severity, state: .resolved, time: reading.time,
            evidence: evidence)
    }

    /// Forgets all times, for readings of another recording, which may be earlier than the last one.
    ///
    /// An open alert stays open, and the episodes go on counting; what has lasted begins anew.
    public mutating func beginAnew() {
        newestReading = nil
        alert?.forgetTimes()
        move(on: .begunAnew)
    }

    private mutating func judge(_ reading: AlertReading, _ rule: AlertRule) -> AlertEvent? {
        let verdict = rule.verdict(on: reading, isOpen: isOpen)
        guard verdict.finding != .nothing else { return nil }
        if phase == .unknown { move(on: .samplesBack) }
        return isOpen
            ? keepFiring(verdict, reading, rule) : approach(verdict, reading, rule)
    }

    private mutating func approach(
        _ verdict: RuleVerdict, _ reading: AlertReading, _ rule: AlertRule
    ) -> AlertEvent? {
        guard verdict.finding == .met else {
            move(on: .lapsed)
            return nil
        }
        if asked != AskedCondition(rule) {
            spell = nil
            asked = AskedCondition(rule)
        }
        move(on: .met)
        let hold = rule.hold(for: reading)
        let spell = confirm(reading, lasting: hold)
        guard spell.hasLasted(hold, evaluations: rule.evaluations) else { return nil }
        let before = phase
        alert = OpenAlert(
            kind: rule.kind, severity: max(rule.severity, rule.severity(at: reading) ?? .info),
            raise: rule.raise, told: reading.time)
        episode += 1
        move(on: .held)
        return event(.firing, reading, rule, verdict, spell, before)
    }

    private mutating func keepFiring(
        _ verdict: RuleVerdict, _ reading: AlertReading, _ rule: AlertRule
    ) -> AlertEvent? {
        guard verdict.finding == .away else {
            move(on: .back)
            return escalate(reading, rule, verdict)
        }
        move(on: .away)
        let spell = confirm(reading, lasting: rule.keepFiring)
        guard spell.hasLasted(rule.keepFiring, evaluations: rule.evaluations) else { return nil }
        let event = event(.resolved, reading, rule, verdict, spell, phase)
        alert = nil
        move(on: .over)
        return event
    }

    private mutating func escalate(
        _ reading: AlertReading, _ rule: AlertRule, _ verdict: RuleVerdict
    ) -> AlertEvent? {
        guard let severity = rule.severity(at: reading),
            alert?.rise(to: severity, at: reading.time) == true
        else { return nil }
        return event(.escalated, reading, rule, verdict, nil, phase)
    }

    private mutating func remind(_ reading: AlertReading, _ rule: AlertRule) -> AlertEvent? {
        guard phase == .firing || phase == .unknown,
            alert?.remind(at: reading.time, rule.reminders) == true
        else { return nil }
        return event(.reminded, reading, rule, nil, nil, phase)
    }

    private mutating func confirm(_ reading: AlertReading, lasting length: Duration) -> Spell {
        var confirmed = spell ?? Spell(at: reading.time)
        confirmed.confirm(
            at: reading.time, sample: reading.step?.bin.time ?? reading.time,
            bin: reading.step?.bin.number, lasting: length, patience: reading.patience)
        spell = confirmed
        return confirmed
    }

    private mutating func move(on trigger: AlertTrigger) {
        guard let next = AlertTransition.next(from: phase, on: trigger, isOpen: isOpen) else {
            return
        }
        phase = next
        if phase != .pending, phase != .resolving {
            spell = nil
            asked = nil
        }
    }

    private func event(
        _ state: AlertState, _ reading: AlertReading, _ rule: AlertRule, _ verdict: RuleVerdict?,
        _ spell: Spell?, _ before: AlertPhase
    ) -> AlertEvent? {
        guard let alert else { return nil }
        var evidence = reading.evidence(
            threshold: state == .resolved ? rule.clear : rule.raise,
            since: spell?.since ?? reading.time)
        evidence.add(verdict, of: rule)
        if rule.kind == .growth {
            evidence.isSlopeRatherThanStep = reading.step?.rise.isSlopeRatherThanStep
        }
        evidence.samples = spell?.samples
        evidence.evaluations = spell?.evaluations
        evidence.previousState = before
        evidence.reminder = state == .reminded ? alert.reminders : nil
        return AlertEvent(
            identity: AlertIdentity(rule: rule.id, subject: reading.subject, episode: episode),
            kind: alert.kind, severity: alert.severity, state: state, time: reading.time,
            evidence: evidence)
    }
}

/// The condition that a pending alert waits for: another one starts the wait again.
struct AskedCondition: Codable, Hashable, Sendable {
    private let kind: AlertKind
    private let raise: Double
    private let probability: Double

    init(_ rule: AlertRule) {
        kind = rule.kind
        raise = rule.raise
        probability = rule.raiseProbability
    }
}
