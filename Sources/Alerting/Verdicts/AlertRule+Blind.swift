internal import Vocabulary

extension AlertRule {
    /// Whether the camera gives no usable sample: judged at every look.
    ///
    /// A gap counts for the alert and any sample against it. Once the alert is open a gap says
    /// nothing, so a camera that sees by day alone can come back.
    func blindVerdict(on reading: AlertReading, isOpen: Bool) -> RuleVerdict {
        switch reading.sight {
        case .gap: isOpen ? .nothing : RuleVerdict(finding: .met)
        case .sampled, .judged: RuleVerdict(finding: isOpen ? .away : .neither)
        }
    }

    /// `hold`, or three times as long as this camera usually takes from sample to sample.
    func blindHold(for reading: AlertReading) -> Duration {
        max(hold, AlertReading.threeTimes(reading.usualGap))
    }
}
