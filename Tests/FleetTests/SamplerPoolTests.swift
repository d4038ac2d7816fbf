import Fleet
import Foundation
import Logging
import Testing
import Vocabulary

@Suite("A pool of samplers that are replaced when they break")
struct SamplerPoolTests {
    @Test("Jobs are done, whichever process does them")
    func jobs() async throws {
        let outcomes = try await withPool(sampler: Self.answering) { pool in
            await withTaskGroup { group in
                for number in 0..<50 {
                    group.addTask { await pool.outcome(of: Self.job("job-\(number)")) }
                }
                return await group.reduce(into: [SamplingOutcome?]()) { $0.append($1) }
            }
        }
        #expect(Set(outcomes.compactMap { $0?.end.job }).count == 50)
        #expect(outcomes.allSatisfy { $0?.end.failure == nil })
    }

    @Test("Jobs larger than the pipe reach a sampler that is slow to read, each in one piece")
    func largeJobs() async throws {
        let slow = Self.answering.replacing("while", with: "sleep 1; while", maxReplacements: 1)
        let outcomes = try await withPool(sampler: slow, jobsPerProcess: 64) { pool in
            await withTaskGroup { group in
                for number in 0..<64 {
                    group.addTask { await pool.outcome(of: Self.job("job-\(number)", points: 400)) }
                }
                return await group.reduce(into: [SamplingOutcome?]()) { $0.append($1) }
            }
        }
        #expect(Set(outcomes.compactMap { $0?.end.job }).count == 64)
    }

    @Test("A job that breaks every sampler is given up; jobs beside it are done")
    func poison() async throws {
        // Answers every job but the poisoned one, over which it dies.
        let sampler = """
            #!/bin/sh
            while read -r line; do
                id=$(printf '%s' "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
                [ "$id" = poison ] && kill -9 $$
                printf '{"type":"ended","job":"%s","measurements":0,"damaged":0}\\n' "$id"
            done
            """
        let outcomes = try await withPool(sampler: sampler) { pool in
            async let poison = pool.outcome(of: Self.job("poison"))
            async let good = pool.outcome(of: Self.job("good"))
            return await [poison, good]
        }
        #expect(outcomes[0]?.end.failure?.reason == .samplerCrashed)
        #expect(outcomes[1]?.end.job == "good")
        #expect(outcomes[1]?.end.failure == nil)
    }

    @Test("A pool that stops answers whoever still waits")
    func stopped() async throws {
        let silent = "#!/bin/sh\nwhile read -r line; do :; done\n"
        let outcome = try await withPool(sampler: silent) { pool in
            async let outcome = pool.outcome(of: Self.job("never"))
            try? await Task.sleep(for: .milliseconds(50))
            await pool.stop()
            return await outcome
        }
        #expect(outcome == nil || outcome?.end.failure != nil)
    }

    private static let answering = """
        #!/bin/sh
        while read -r line; do
            id=$(printf '%s' "$line" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
            printf '{"type":"ended","job":"%s","measurements":0,"damaged":0}\\n' "$id"
        done
        """

    private static func job(_ id: String, points: Int = 0) -> SamplingJob {
        let outline = (0..<points).map { PicturePoint(x: Double($0) / 7, y: Double($0) / 3) }
        return SamplingJob(
            id: id, source: VideoSource(location: "\(id).mp4"), selection: .everyKeyframe,
            zone: points > 0 ? .polygon(width: 1920, height: 1080, points: outline) : nil)
    }

    /// Runs a pool over a stand-in sampler, a shell script, for as long as `body` takes.
    private func withPool<Result: Sendable>(
        sampler script: String, jobsPerProcess: Int = 4,
        _ body: @Sendable (SamplerPool) async throws -> Result
    ) async throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "sampler-\(UUID())")
            .path(percentEncoded: false)
        try Data(script.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let pool = SamplerPool(
            executable: SamplerExecutable(path: path), processCount: 2,
            jobsPerProcess: jobsPerProcess,
            environment: ProcessInfo.processInfo.environment, time: WallClock(), logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await pool.run() }
            let result = try await body(pool)
            await pool.stop()
            group.cancelAll()
            return result
        }
    }
}
