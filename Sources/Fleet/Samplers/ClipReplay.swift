import Synchronization
public import Vocabulary

/// Runs one job in a sampler of its own and hands out its reports as they come: the way a clip is
/// replayed.
///
/// A sampler that breaks is replaced once; what it had reported already is not handed out again.
public struct ClipReplay: Sendable {
    private let process: SamplerProcess

    /// Makes a replay with the given sampler program.
    ///
    /// - Parameters:
    ///   - modelPath: The model file that the sampler uses; `nil` for its own.
    ///   - environment: The parent's environment; only what the sampler needs is passed on.
    public init(
        executable: SamplerExecutable, modelPath: String? = nil, environment: [String: String]
    ) {
        process = SamplerProcess(
            executable: executable, environment: environment, jobsAtOnce: 1,
            modelPath: modelPath)
    }

    /// Runs `job`; returns how it ended.
    ///
    /// - Parameter measured: Called for each measurement, in order.
    /// - Throws: When the sampler can't be started at all.
    public func run(
        _ job: SamplingJob,
        measured: @escaping @Sendable (SamplingReport.Measurement) async -> Void
    ) async throws -> SamplingReport.End {
        let progress = Mutex(Progress())
        for _ in 0..<2 {
            progress.withLock { $0.startAgain() }
            _ = try await process.run(
                started: { connection in
                    try? connection.send(job)
                    connection.closeInput()
                },
                report: { report in
                    switch report {
                    case .measured(let measurement):
                        if progress.withLock({ $0.isNew() }) { await measured(measurement) }
                    case .ended(let end):
                        progress.withLock { $0.end = end }
                    }
                })
            if let end = progress.withLock({ $0.end }) { return end }
        }
        return SamplingReport.End(
            job: job.id, measurements: progress.withLock { $0.handedOut }, damaged: 0,
            failure: .init(
                reason: .samplerCrashed, message: "the sampler broke twice on this video"))
    }

    /// Counts measurements over the attempts.
    private struct Progress {
        var handedOut = 0
        var seen = 0
        var end: SamplingReport.End?

        mutating func startAgain() { seen = 0 }

        mutating func isNew() -> Bool {
            seen += 1
            guard seen > handedOut else { return false }
            handedOut = seen
            return true
        }
    }
}
