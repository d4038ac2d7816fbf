internal import Alerting
internal import Vocabulary

/// The machines of the rules that have something to remember, in the order of the rules' names.
///
/// A site has a handful of rules, so going through a list is quicker than hashing their names.
struct RuleMachines: Hashable, Sendable {
    /// A rule's name and its machine.
    struct Entry: Hashable, Sendable {
        let rule: RuleID
        var machine: AlertMachine
    }

    private(set) var entries: [Entry] = []

    /// The machine of a rule; a new one where nothing is remembered.
    ///
    /// Setting one that a new one could stand in for forgets it.
    subscript(rule: RuleID) -> AlertMachine {
        get { entries.first { $0.rule == rule }?.machine ?? AlertMachine() }
        set {
            guard let index = entries.firstIndex(where: { $0.rule >= rule }) else {
                if !newValue.isUntouched { entries.append(Entry(rule: rule, machine: newValue)) }
                return
            }
            switch (entries[index].rule == rule, newValue.isUntouched) {
            case (true, true): entries.remove(at: index)
            case (true, false): entries[index].machine = newValue
            case (false, true): break
            case (false, false): entries.insert(Entry(rule: rule, machine: newValue), at: index)
            }
        }
    }

    /// Judges a reading by a rule.
    ///
    /// Nearly all machines are at rest nearly always, and are not made then.
    mutating func step(_ reading: AlertReading, rule: AlertRule) -> AlertEvent? {
        let id = rule.id
        if let index = entries.firstIndex(where: { $0.rule == id }) {
            let event = entries[index].machine.step(reading, rule: rule)
            if entries[index].machine.isUntouched { entries.remove(at: index) }
            return event
        }
        if rule.leavesAtRest(reading) { return nil }
        var machine = AlertMachine()
        let event = machine.step(reading, rule: rule)
        self[id] = machine
        return event
    }

    /// Whether a sample that waits in its bin can change anything for a rule.
    func heed(sampleAt time: Timestamp, rule: AlertRule) -> Bool {
        entries.contains { $0.rule == rule.id && $0.machine.heeds(sampleAt: time, rule: rule) }
    }

    /// Whether any machine waits for something, so that every look matters to it.
    var areBusy: Bool { entries.contains { $0.machine.phase != .ok } }

    /// The machines that wait for something of a rule that is gone or watches something else now.
    func busy(notIn rules: [AlertRule]) -> [Entry] {
        entries.filter { entry in
            guard entry.machine.phase != .ok else { return false }
            guard let index = rules.firstIndex(where: { $0.id == entry.rule }) else { return true }
            return entry.machine.openKind.map { $0 != rules[index].kind } ?? false
        }
    }
}

extension RuleMachines: Codable {
    init(from decoder: any Decoder) throws {
        let machines = try decoder.singleValueContainer().decode([RuleID: AlertMachine].self)
        entries = machines.sorted { $0.key < $1.key }.map { Entry(rule: $0.key, machine: $0.value) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            Dictionary(uniqueKeysWithValues: entries.map { ($0.rule, $0.machine) }))
    }
}
