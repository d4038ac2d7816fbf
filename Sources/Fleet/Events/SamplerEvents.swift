import Logging

/// A sampler process is running.
struct SamplerStarted: OperationalEvent {
    static let name = "sampler_starts"
    static let message: Logger.Message = "sampler started"
    let process: Int
    let processIdentifier: Int32
    var level: Logger.Level { .debug }
    var metadata: Logger.Metadata {
        ["sampler": "\(process)", "pid": "\(processIdentifier)"]
    }
}

/// A sampler process ended though it should not have; its jobs are done again.
struct SamplerBroke: OperationalEvent {
    static let name = "sampler_breaks"
    static let message: Logger.Message = "sampler broke; it is replaced and its jobs are done again"
    let process: Int
    let ending: String
    let jobsRedone: Int
    var level: Logger.Level { .warning }
    var metadata: Logger.Metadata {
        ["sampler": "\(process)", "ending": "\(ending)", "jobs_redone": "\(jobsRedone)"]
    }
}
