import Fleet
import Testing
import Vocabulary

@Suite("Which sampler does which job, and what happens when one breaks")
struct SamplerAssignmentsTests {
    let now = Duration.zero

    @Test("Jobs go to the process with the fewest, up to what each may hold")
    func balance() {
        var assignments = SamplerAssignments(jobsPerProcess: 2)
        assignments.processStarted(0)
        assignments.processStarted(1)
        for name in ["a", "b", "c", "d", "e"] { assignments.add(job(name)) }
        var given: [Int: [String]] = [:]
        while let (process, job) = assignments.next(at: now) {
            given[process, default: []].append(job.id)
        }
        #expect(given == [0: ["a", "c"], 1: ["b", "d"]])
        let outcome = assignments.received(ended("a"), from: 0)
        #expect(outcome?.job.id == "a")
        let next = assignments.next(at: now)
        #expect(next?.job.id == "e")
    }

    @Test("A job whose process broke is done again, and what it had reported is forgotten")
    func redone() throws {
        var assignments = SamplerAssignments(jobsPerProcess: 4)
        assignments.processStarted(0)
        assignments.add(job("a"))
        _ = assignments.next(at: now)
        let early = assignments.received(measured("a", index: 0), from: 0)
        #expect(early == nil)
        let (redone, givenUp) = assignments.processEnded(0)
        #expect(redone == 1)
        #expect(givenUp.isEmpty)

        assignments.processStarted(0)
        let again = assignments.next(at: now)
        #expect(again?.job.id == "a")
        _ = assignments.received(measured("a", index: 0), from: 0)
        let last = assignments.received(ended("a"), from: 0)
        let outcome = try #require(last)
        #expect(outcome.measurements.count == 1)
        #expect(outcome.end.failure == nil)
    }

    @Test("Only the job that breaks a process alone is given up; the others are never blamed")
    func blame() throws {
        var assignments = SamplerAssignments(jobsPerProcess: 8)
        var finished: [String: GapReason?] = [:]
        for name in ["bad", "good-1", "good-2"] { assignments.add(job(name)) }
        var largestGroups: [Int] = []
        for _ in 0..<5 {
            let group = runUntilBad(&assignments, into: &finished)
            largestGroups.append(group)
        }
        #expect(finished == ["bad": .samplerCrashed, "good-1": nil, "good-2": nil])
        // Together, together again, then the bad one alone.
        #expect(largestGroups == [3, 3, 1, 1, 1])
    }

    @Test("A source that was given up is done alone from the start, until it ends well")
    func suspicion() {
        var assignments = SamplerAssignments(jobsPerProcess: 8)
        var finished: [String: GapReason?] = [:]
        assignments.add(job("bad"))
        for _ in 0..<3 { _ = runUntilBad(&assignments, into: &finished) }
        #expect(finished == ["bad": .samplerCrashed])

        assignments.processStarted(0)
        assignments.add(job("bad"))
        assignments.add(job("good"))
        #expect(drain(&assignments) == ["bad"])
        _ = assignments.received(ended("bad"), from: 0)
        #expect(drain(&assignments) == ["good"])
        assignments.add(job("bad"))
        #expect(drain(&assignments) == ["bad"], "one that ended well is trusted again")
    }

    /// Runs process 0 until it holds the bad job, then breaks it; else ends all jobs well.
    ///
    /// - Returns: How many jobs it held at once.
    private func runUntilBad(
        _ assignments: inout SamplerAssignments, into finished: inout [String: GapReason?]
    ) -> Int {
        assignments.processStarted(0)
        let held = drain(&assignments)
        for name in held where !held.contains("bad") {
            let outcome = assignments.received(ended(name), from: 0)
            finished.updateValue(outcome?.end.failure?.reason, forKey: name)
        }
        for outcome in assignments.processEnded(0).givenUp {
            finished.updateValue(outcome.end.failure?.reason, forKey: outcome.job.id)
        }
        return held.count
    }

    /// The jobs that the processes take now.
    private func drain(_ assignments: inout SamplerAssignments) -> [String] {
        var names: [String] = []
        while let (_, job) = assignments.next(at: now) { names.append(job.id) }
        return names
    }

    @Test("A process that sits on a job past its deadline is named")
    func overdue() {
        var assignments = SamplerAssignments(jobsPerProcess: 1)
        assignments.processStarted(3)
        assignments.add(job("slow", location: "rtsp://10.0.0.1/live"))
        _ = assignments.next(at: now)
        #expect(assignments.overdue(at: .seconds(24)).isEmpty)
        #expect(assignments.overdue(at: .seconds(26)) == [3])
    }

    private func job(_ id: String, location: String? = nil) -> SamplingJob {
        SamplingJob(
            id: id, source: VideoSource(location: location ?? "\(id).mp4"),
            selection: .everyKeyframe,
            deadlineSeconds: 20)
    }

    private func ended(_ id: String) -> SamplingReport {
        .ended(.init(job: id, measurements: 1, damaged: 0))
    }

    private func measured(_ id: String, index: Int) -> SamplingReport {
        .measured(
            .init(
                job: id, index: index, mediaSeconds: nil, recordedTime: nil,
                verdict: .rejected(reason: .black, detail: ""), pictureHash: 0, width: 16,
                height: 16, decodeSeconds: 0, analysisSeconds: 0))
    }
}
