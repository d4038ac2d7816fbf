import Fleet
import Logging
import Vocabulary

/// Has many independent jobs done, several at once, while a piece of work asks for them.
struct SamplerCrew {
    private let pool: SamplerPool

    /// Runs `work` with samplers that it may send jobs to, and ends them afterwards.
    static func run<Result: Sendable>(
        _ environment: [String: String], model: ModelOption,
        work: (SamplerCrew) async throws -> Result
    ) async throws -> Result {
        var logger = Logger(label: "duckweed") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let executable = try await SamplerExecutable.findOrFail(environment)
        try await model.check(by: executable)
        let pool = SamplerPool(
            executable: executable, jobsPerProcess: jobsPerProcess, modelPath: model.model,
            environment: environment, time: WallClock(), logger: logger)
        async let processes: Void = pool.run()
        do {
            let result = try await work(SamplerCrew(pool: pool))
            await pool.stop()
            await processes
            return result
        } catch {
            await pool.stop()
            await processes
            throw error
        }
    }

    /// Large pictures and their labels lie in memory for each job under way.
    private static let jobsPerProcess = 2

    /// Has a job done; a picture that breaks the sampler is an outcome with a failure.
    func outcome(of job: SamplingJob) async throws -> SamplingOutcome {
        guard let outcome = await pool.outcome(of: job) else {
            throw ProgramFailure("the sampler has stopped; try again", exit: .tryAgain)
        }
        return outcome
    }

    /// Gives up the jobs that no sampler has yet.
    func withdrawQueued() async { await pool.withdrawQueued() }
}
