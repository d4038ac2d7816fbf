public import Logging
public import Vocabulary

/// A set of sampler processes that take jobs, and are replaced when they break.
///
/// The decisions (which job goes where, what is done again, what is given up) are
/// ``SamplerAssignments``'; the pool carries them out.
public actor SamplerPool {
    private let process: SamplerProcess
    private let processCount: Int
    private let jobsPerProcess: Int
    private let logger: Logger
    private let time: any TimeSource
    private var assignments: SamplerAssignments
    private var connections: [Int: SamplerProcess.Connection] = [:]
    private var waiting: [String: CheckedContinuation<SamplingOutcome?, Never>] = [:]
    private var isStopping = false

    /// Makes a pool; ``run()`` starts its processes.
    ///
    /// - Parameters:
    ///   - processCount: Sampler processes to keep running.
    ///   - jobsPerProcess: Jobs that one process holds at once.
    ///   - modelPath: The model file that the samplers use; `nil` for their own.
    ///   - environment: The parent's environment; only what the sampler needs is passed on.
    public init(
        executable: SamplerExecutable, processCount: Int = 2, jobsPerProcess: Int = 64,
        modelPath: String? = nil, environment: [String: String], time: any TimeSource,
        logger: Logger
    ) {
        process = SamplerProcess(
            executable: executable, environment: environment, jobsAtOnce: jobsPerProcess,
            modelPath: modelPath)
        self.processCount = processCount
        self.jobsPerProcess = jobsPerProcess
        self.time = time
        self.logger = logger
        assignments = SamplerAssignments(jobsPerProcess: jobsPerProcess)
    }

    /// Jobs that the pool can hold at once.
    public nonisolated var capacity: Int { processCount * jobsPerProcess }

    /// Keeps the processes running until the task is cancelled or ``stop()`` is called.
    public func run() async {
        await withDiscardingTaskGroup { group in
            for number in 0..<processCount {
                group.addTask { await self.keepRunning(number) }
            }
            group.addTask { await self.watchDeadlines() }
        }
        isStopping = true
        for continuation in waiting.values { continuation.resume(returning: nil) }
        waiting = [:]
    }

    /// Has a job done, however often a process breaks over it, and returns what came of it.
    ///
    /// - Returns: `nil` when the pool stopped before the job was done.
    public func outcome(of job: SamplingJob) async -> SamplingOutcome? {
        guard !isStopping else { return nil }
        return await withCheckedContinuation { continuation in
            waiting[job.id] = continuation
            assignments.add(job)
            sendAssigned()
        }
    }

    /// Answers the jobs that no process has yet with `nil`: there is no time left for them.
    public func withdrawQueued() {
        for job in assignments.withdrawQueued() {
            waiting.removeValue(forKey: job.id)?.resume(returning: nil)
        }
    }

    /// Has the processes end once their jobs are done.
    public func stop() {
        isStopping = true
        for connection in connections.values { connection.closeInput() }
    }

    // MARK: One process

    private func keepRunning(_ number: Int) async {
        var pause = BackOff(first: .milliseconds(50), longest: .seconds(10))
        while !isStopping, !Task.isCancelled {
            let startedAt = time.elapsed()
            let ending: String
            do {
                ending = try await process.run(
                    started: { await self.started(number, $0) },
                    report: { await self.received($0, from: number) })
            } catch {
                ending = "\(error)"
            }
            ended(number, ending: ending)
            if isStopping || Task.isCancelled { return }
            if time.elapsed() - startedAt > .seconds(30) { pause.reset() }
            try? await time.sleep(for: pause.next(jitter: 0))
        }
    }

    private func started(_ number: Int, _ connection: SamplerProcess.Connection) {
        connections[number] = connection
        assignments.processStarted(number)
        SamplerStarted(process: number, processIdentifier: connection.processIdentifier)
            .emit(logger)
        if isStopping { connection.closeInput() }
        sendAssigned()
    }

    private func received(_ report: SamplingReport, from number: Int) {
        guard let done = assignments.received(report, from: number) else { return }
        answer(done)
        sendAssigned()
    }

    private func ended(_ number: Int, ending: String) {
        connections[number] = nil
        let (redone, givenUp) = assignments.processEnded(number)
        if !isStopping {
            SamplerBroke(process: number, ending: ending, jobsRedone: redone).emit(logger)
        }
        for outcome in givenUp { answer(outcome) }
        sendAssigned()
    }

    private func answer(_ outcome: SamplingOutcome) {
        waiting.removeValue(forKey: outcome.job.id)?.resume(returning: outcome)
    }

    private func sendAssigned() {
        while let (number, job) = assignments.next(at: time.elapsed()) {
            do {
                try connections[number]?.send(job)
            } catch {
                let failure = SamplingReport.Failure(
                    reason: .unsupportedMedia, message: "the job can't be written: \(error)")
                let end = SamplingReport.End(
                    job: job.id, measurements: 0, damaged: 0, failure: failure)
                assignments.received(.ended(end), from: number).map(answer)
            }
        }
    }

    /// Kills a process that sits on a job for longer than the job may take.
    private func watchDeadlines() async {
        while !isStopping, (try? await time.sleep(for: .seconds(1))) != nil {
            for number in assignments.overdue(at: time.elapsed()) { connections[number]?.kill() }
        }
    }
}
