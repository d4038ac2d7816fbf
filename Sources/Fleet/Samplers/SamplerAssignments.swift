public import Vocabulary

/// What came of a job.
public struct SamplingOutcome: Sendable {
    /// The job.
    public let job: SamplingJob
    /// What was measured, in order.
    public let measurements: [SamplingReport.Measurement]
    /// How the job ended.
    public let end: SamplingReport.End

    package init(
        job: SamplingJob, measurements: [SamplingReport.Measurement], end: SamplingReport.End
    ) {
        self.job = job
        self.measurements = measurements
        self.end = end
    }
}

/// Decides which process does which job, and what happens to jobs whose process broke.
///
/// Jobs that were under way when their process broke are done again. Those under way at a second
/// break are done alone in a process: if that one breaks too, this job is the cause and is given
/// up, and no other is blamed for it. A source that was given up stays under suspicion: its next
/// job is done alone from the start, until one ends well.
package struct SamplerAssignments {
    private struct Entry {
        var job: SamplingJob
        var breaks = 0
        var startedAt: Duration?
        var measurements: [SamplingReport.Measurement] = []

        var isAlone: Bool { breaks >= SamplerAssignments.breaksBeforeAlone }
    }

    private static let breaksBeforeAlone = 2
    /// A file has no deadline of its own; this long is too long for one keyframe of it.
    private static let fileDeadline = Duration.seconds(600)

    private let jobsPerProcess: Int
    private var queue: [Entry] = []
    private var underWay: [Int: [String: Entry]] = [:]
    /// Locations of sources that broke a process when alone in it.
    private var suspects: Set<String> = []

    package init(jobsPerProcess: Int) { self.jobsPerProcess = jobsPerProcess }

    package mutating func add(_ job: SamplingJob) {
        let isSuspect = suspects.contains(job.source.location)
        queue.append(Entry(job: job, breaks: isSuspect ? Self.breaksBeforeAlone : 0))
    }

    package mutating func processStarted(_ number: Int) { underWay[number] = [:] }

    /// Takes the next job that a running process has room for.
    package mutating func next(at now: Duration) -> (process: Int, job: SamplingJob)? {
        for (place, entry) in queue.enumerated() {
            guard let number = process(for: entry) else { continue }
            var started = queue.remove(at: place)
            started.startedAt = now
            started.measurements = []
            underWay[number]?[started.job.id] = started
            return (number, started.job)
        }
        return nil
    }

    private func process(for entry: Entry) -> Int? {
        let room = underWay.filter { _, jobs in
            entry.isAlone
                ? jobs.isEmpty
                : jobs.count < jobsPerProcess && !jobs.values.contains(where: \.isAlone)
        }
        return room.min { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    }

    /// Takes back the jobs that no process has yet.
    package mutating func withdrawQueued() -> [SamplingJob] {
        defer { queue = [] }
        return queue.map(\.job)
    }

    /// Takes in a report; gives the outcome when it was the job's last.
    package mutating func received(
        _ report: SamplingReport, from number: Int
    ) -> SamplingOutcome? {
        switch report {
        case .measured(let measurement):
            underWay[number]?[measurement.job]?.measurements.append(measurement)
            return nil
        case .ended(let end):
            guard let entry = underWay[number]?.removeValue(forKey: end.job) else { return nil }
            suspects.remove(entry.job.source.location)
            return SamplingOutcome(job: entry.job, measurements: entry.measurements, end: end)
        }
    }

    /// Puts the jobs of a broken process back, and gives up the one that broke it when alone.
    package mutating func processEnded(
        _ number: Int
    ) -> (redone: Int, givenUp: [SamplingOutcome]) {
        let entries = (underWay.removeValue(forKey: number) ?? [:]).values
            .sorted { $0.job.id < $1.job.id }
        var givenUp: [SamplingOutcome] = []
        var redone: [Entry] = []
        for var entry in entries {
            guard entry.isAlone else {
                entry.breaks += 1
                redone.append(entry)
                continue
            }
            suspects.insert(entry.job.source.location)
            let failure = SamplingReport.Failure(
                reason: .samplerCrashed,
                message: "this video breaks the sampler; it is tried again later")
            givenUp.append(
                SamplingOutcome(
                    job: entry.job, measurements: [],
                    end: .init(job: entry.job.id, measurements: 0, damaged: 0, failure: failure)))
        }
        queue.insert(contentsOf: redone, at: 0)
        return (redone.count, givenUp)
    }

    /// Processes that hold a job which should have ended five seconds ago.
    package func overdue(at now: Duration) -> [Int] {
        underWay.filter { _, jobs in
            jobs.values.contains { entry in
                guard let startedAt = entry.startedAt else { return false }
                let allowed =
                    entry.job.source.isLive
                    ? .seconds(entry.job.deadlineSeconds) : Self.fileDeadline
                return now - startedAt > allowed + .seconds(5)
            }
        }.keys.sorted()
    }
}
