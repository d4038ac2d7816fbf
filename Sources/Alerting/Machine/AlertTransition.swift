public import Vocabulary

/// What can happen to a rule at a subject.
///
/// The text is what the diagram says.
public enum AlertTrigger: String, Hashable, Sendable, CaseIterable {
    /// An evaluation finds the condition met.
    case met = "condition met"
    /// An evaluation finds it not met, before the hold was over.
    case lapsed = "condition not met"
    /// It was met for `hold` and `evaluations`.
    case held = "met for all of hold"
    /// An evaluation finds the condition of an open alert away.
    case away = "condition away"
    /// An evaluation finds it not away, before the alert was over.
    case back = "condition not away"
    /// It was away for `keepFiring` and `evaluations`.
    case over = "away for all of keepFiring"
    /// No usable sample for longer than 36 h and three usual gaps.
    case samplesMissing = "no usable sample for long"
    /// A bin could be judged again.
    case samplesBack = "samples again"
    /// A silence begins.
    case silenced = "silence begins"
    /// A silence ends.
    case silenceEnded = "silence ends"
    /// The camera shows another recording from now on, whose times may be earlier.
    case begunAnew = "another recording"
    /// The rule is gone, or no longer for this subject, or watches something else.
    case retired = "rule removed"
}

/// The table by which a rule moves from phase to phase: ``AlertMachine`` has no other.
public enum AlertTransition {
    /// The phase that follows; `nil` when the trigger means nothing in this phase.
    ///
    /// - Parameter isOpen: Whether an alert is open: always when firing and resolving, never when ok
    ///   and pending.
    public static func next(
        from phase: AlertPhase, on trigger: AlertTrigger, isOpen: Bool
    ) -> AlertPhase? {
        switch (phase, trigger) {
        case (.ok, .met): .pending
        case (.pending, .lapsed): .ok
        case (.pending, .held): .firing
        case (.firing, .away): .resolving
        case (.resolving, .back): .firing
        case (.resolving, .over): .ok
        case (.ok, .samplesMissing), (.pending, .samplesMissing), (.firing, .samplesMissing),
            (.resolving, .samplesMissing):
            .unknown
        case (.unknown, .samplesBack): isOpen ? .firing : .ok
        case (.ok, .silenced), (.pending, .silenced), (.firing, .silenced), (.resolving, .silenced),
            (.unknown, .silenced):
            .suppressed
        case (.suppressed, .silenceEnded): isOpen ? .firing : .ok
        case (.pending, .begunAnew), (.resolving, .begunAnew), (.unknown, .begunAnew),
            (.suppressed, .begunAnew):
            isOpen ? .firing : .ok
        case (.pending, .retired), (.firing, .retired), (.resolving, .retired),
            (.unknown, .retired), (.suppressed, .retired):
            .ok
        default: nil
        }
    }

    /// What a department is told by a transition; `nil` when nobody is told.
    public static func told(
        from phase: AlertPhase, on trigger: AlertTrigger, isOpen: Bool
    ) -> AlertState? {
        switch trigger {
        case .held: .firing
        case .over: .resolved
        case .retired: isOpen ? .resolved : nil
        default: nil
        }
    }

    /// Whether an alert may be open in a phase: only so, never, or either.
    public static func openness(of phase: AlertPhase) -> [Bool] {
        switch phase {
        case .ok, .pending: [false]
        case .firing, .resolving: [true]
        case .unknown, .suppressed: [false, true]
        }
    }
}
