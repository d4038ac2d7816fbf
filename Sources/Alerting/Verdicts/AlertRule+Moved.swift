internal import Vocabulary

extension AlertRule {
    /// Whether the camera shows other water than its zone was drawn on: judged at every look.
    ///
    /// It lasts until somebody approves the new view or turns the camera back, for then samples come
    /// again. Gaps for other reasons, such as the night, say nothing.
    func movedVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        switch reading.sight {
        case .gap(.moved), .gap(.sceneChanged):
            RuleVerdict(finding: isOpen ? .neither : .met)
        case .gap: .nothing
        case .sampled, .judged: RuleVerdict(finding: isOpen ? .away : .neither)
        }
    }
}
