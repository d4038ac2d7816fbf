import Glibc
import Vocabulary

/// A crash on purpose, so that tests can see what the parent makes of it.
///
/// `DUCKWEED_SAMPLER_FAULT=crash:lock-3` kills the process as soon as it begins a job whose
/// identifier starts with `lock-3`.
struct InjectedFault: Hashable, Sendable {
    private let jobPrefix: String

    /// The fault that the environment asks for; `nil` when it asks for none.
    static func fromEnvironment() -> InjectedFault? {
        guard let value = getenv("DUCKWEED_SAMPLER_FAULT") else { return nil }
        let parts = String(cString: value).split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0] == "crash" else { return nil }
        return InjectedFault(jobPrefix: String(parts[1]))
    }

    /// Kills the process if the fault is for this job.
    func strike(_ job: SamplingJob) {
        if job.id.hasPrefix(jobPrefix) { abort() }
    }
}
