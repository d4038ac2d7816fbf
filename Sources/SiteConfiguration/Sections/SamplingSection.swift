import Vocabulary

/// The section `sampling`, or a camera's `sample`: `{every: 10m, keyframes: 3, deadline: 20s}`.
enum SamplingSection {
    static let keys = ["every", "keyframes", "deadline"]

    /// A plan; what it does not say is as in `defaults`.
    static func shape(defaults: SamplingPlan) -> Shape<SamplingPlan> {
        Shape { source in
            guard var keys = MappingReader(source, "the sampling") else { return nil }
            var plan = defaults
            plan.every = keys.optional("every", interval) ?? plan.every
            plan.keyframes =
                keys.optional("keyframes", .count(1...60, called: "a number of keyframes"))
                ?? plan.keyframes
            plan.deadlineSeconds =
                keys.optional("deadline", deadline)?.inSeconds ?? plan.deadlineSeconds
            keys.finish()
            return plan
        }
    }

    private static var interval: Shape<Duration> {
        .duration(.milliseconds(10)...(.days(30)), written: "from 10ms to 30d, such as 10m")
    }

    private static var deadline: Shape<Duration> {
        .duration(.milliseconds(100)...(.seconds(600)), written: "from 100ms to 10m, such as 20s")
    }
}
