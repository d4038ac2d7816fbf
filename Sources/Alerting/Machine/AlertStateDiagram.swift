internal import Vocabulary

/// Draws the state machine from ``AlertTransition``.
public enum AlertStateDiagram {
    /// The machine as a state diagram for Mermaid.
    ///
    /// An edge that hangs on whether an alert is open says so; one that is told to a department says
    /// what is told.
    public static var mermaid: String {
        var lines = ["stateDiagram-v2", "    [*] --> ok"]
        for phase in AlertPhase.allCases {
            for trigger in AlertTrigger.allCases {
                lines += edges(from: phase, on: trigger)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func edges(from phase: AlertPhase, on trigger: AlertTrigger) -> [String] {
        var targets: [(next: AlertPhase, told: AlertState?, isOpen: Bool)] = []
        for isOpen in AlertTransition.openness(of: phase) {
            guard let next = AlertTransition.next(from: phase, on: trigger, isOpen: isOpen) else {
                continue
            }
            let told = AlertTransition.told(from: phase, on: trigger, isOpen: isOpen)
            targets.append((next, told, isOpen))
        }
        let hangsOnAlert =
            targets.count > 1
            && (targets[0].next != targets[1].next || targets[0].told != targets[1].told)
        return (hangsOnAlert ? targets : Array(targets.prefix(1))).map { target in
            var label = trigger.rawValue
            if hangsOnAlert { label += target.isOpen ? ", alert open" : ", no alert open" }
            if let told = target.told { label += " / tell \(told.rawValue)" }
            return "    \(phase.rawValue) --> \(target.next.rawValue): \(label)"
        }
    }
}
