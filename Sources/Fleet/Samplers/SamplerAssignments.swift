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
/// A job that was under way when its process broke is done again, alone in a process: if that one
/// breaks too, this job is the cause and is given up, and no other job is blamed for it.
package struct SamplerAssignments {
    private struct Entry {
        var job: SamplingJob
        var breaks = 0
        var startedAt: Timestamp?
        var measurements: [SamplingReport.Measurement] = []
    }

    private let jobsPerProcess: Int
    private var queue: [Entry] = []
    private var underWay: [Int: [String: Entry]] = [:]

    package init(jobsPerProcess: Int) { self.jobsPerProcess = jobsPerProcess }

    package mutating func add(_ job: SamplingJob) { queue.append(Entry(job: job)) }

    package mutating func processStarted(_ number: Int) { underWay[number] = [:] }

    /// Takes the next job that a running process has room for.
    package mutating func next(at now: Timestamp) -> (process: Int, job: SamplingJob)? {
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
            entry.breaks > 0
                ? jobs.isEmpty
                : jobs.count < jobsPerProcess && !jobs.values.contains { $0.breaks > 0 }
        }
        return room.min { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    }

    /// Takes in a report; gives the outcome when it was the job's last.
    package mutating func received(_ report: SamplingReport, from number: Int) -> SamplingOutcome? {
        switch report {
        case .measured(let measurement):
            underWay[number]?[measurement.job]?.measurements.append(measurement)
            return nil
        case .ended(let end):
            guard let entry = underWay[number]?.removeValue(forKey: end.job) else { return nil }
            return SamplingOutcome(job: entry.job, measurements: entry.measurements, end: end)
        }
    }

    /// Puts the jobs of a broken process back, and gives up those that broke one when alone.
    package mutating func processEnded(_ number: Int) -> (redone: Int, givenUp: [SamplingOutcome]) {
        let entries = (underWay.removeValue(forKey: number) ?? [:]).values
            .sorted { $0.job.id < $1.job.id }
        var givenUp: [SamplingOutcome] = []
        var redone: [Entry] = []
        for var entry in entries {
            entry.breaks += 1
            guard entry.breaks > 1 else {
                redone.append(entry)
                continue
            }
            let failure = SamplingReport.Failure(
                reason: .samplerCrashed,
                message: "the sampler broke twice on this video; it is tried again later")
            givenUp.append(
                SamplingOutcome(
                    job: entry.job, measurements: [],
                    end: .init(job: entry.job.id, measurements: 0, damaged: 0, failure: failure)))
        }
        queue.insert(contentsOf: redone, at: 0)
        return (redone.count, givenUp)
    }

    /// Processes that hold a job which should have ended five seconds ago.
    package func overdue(at now: Timestamp) -> [Int] {
        underWay.filter { _, jobs in
            jobs.values.contains { entry in
                guard let startedAt = entry.startedAt else { return false }
                return now - startedAt > .seconds(entry.job.deadlineSeconds + 5)
            }
        }.keys.sorted()
    }
}
