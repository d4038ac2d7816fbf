import JSONLines
import Testing
import Vocabulary

/// The sampler as its parent meets it.
@Suite(.enabled(if: SamplerProcess.path != nil, "duckweed-sampler is not built; run `make test`"))
struct SamplerProcessTests {
    private let folder: TemporaryFolder
    private let clip: String

    init() throws {
        folder = try TemporaryFolder()
        clip = folder.file("clip.mp4")
        try PaintedRiver.writeClip(to: clip, greenShares: [0.2, 0.4, 0.6], width: 160, height: 90)
    }

    @Test("a hundred jobs at once are all answered, each line whole", arguments: [1, 4, 64])
    func manyJobs(threads: Int) async throws {
        let lines = try (0..<100).map { try line("job-\($0)", selection: .everyKeyframe) }
        let result = try await SamplerProcess.run(lines, arguments: ["--threads", "\(threads)"])
        #expect(result.status == 0 && result.errors.isEmpty)
        for number in 0..<100 {
            let outcome = try SamplingOutcome(result.reports.filter { $0.job == "job-\(number)" })
            #expect(outcome.measurements.map(\.index) == [0, 1, 2])
            #expect(outcome.end.failure == nil)
        }
        #expect(result.reports.count == 400)
    }

    @Test("a line that is no job is told on standard error and answered by its name")
    func malformedLines() async throws {
        let good = try line("good", selection: .keyframe(index: 1))
        let lines = [
            "{", "[1,2]", "", #"{"id":"named","source":{"location":7},"secret":"tulip-bulb"}"#,
            good,
        ]
        let result = try await SamplerProcess.run(lines)
        #expect(result.status == 0)
        #expect(result.errors.split(separator: "\n").count == 3)
        #expect(!result.errors.contains("tulip-bulb"))
        let named = try SamplingOutcome(result.reports.filter { $0.job == "named" })
        let failure = try #require(named.end.failure)
        #expect(failure.message.contains("source.location"))
        #expect(
            try SamplingOutcome(result.reports.filter { $0.job == "good" }).measurements.count == 1)
        #expect(Set(result.reports.map(\.job)) == ["named", "good"])
    }

    @Test("one job's broken file does not touch the others")
    func brokenBesideGood() async throws {
        let broken = try folder.write("nonsense".utf8, to: "broken.mp4")
        let lines = try (0..<20).map {
            try line(
                "job-\($0)", selection: .burst(count: 3), of: $0.isMultiple(of: 2) ? clip : broken)
        }
        let result = try await SamplerProcess.run(lines)
        #expect(result.status == 0)
        for number in 0..<20 {
            let outcome = try SamplingOutcome(result.reports.filter { $0.job == "job-\(number)" })
            #expect((outcome.end.failure == nil) == number.isMultiple(of: 2))
        }
    }

    @Test("without jobs it ends well")
    func noJobs() async throws {
        let result = try await SamplerProcess.run([])
        #expect(result.status == 0 && result.reports.isEmpty && result.errors.isEmpty)
    }

    @Test("when nobody reads its output it ends quietly")
    func brokenPipe() async throws {
        let lines = try (0..<10).map { try line("job-\($0)", selection: .everyKeyframe) }
        let result = try await SamplerProcess.run(lines, readsOutput: false)
        #expect(result.status == 0 && !result.wasKilled && result.errors.isEmpty)
    }

    @Test("a crash on purpose kills it at that job")
    func injectedCrash() async throws {
        let result = try await SamplerProcess.run(
            [try line("doomed-1", selection: .everyKeyframe)],
            environment: ["DUCKWEED_SAMPLER_FAULT": "crash:doomed"])
        #expect(result.wasKilled && result.reports.isEmpty)
        let spared = try await SamplerProcess.run(
            [try line("other", selection: .everyKeyframe)],
            environment: ["DUCKWEED_SAMPLER_FAULT": "crash:doomed"])
        #expect(spared.status == 0 && spared.reports.count == 4)
    }

    @Test(
        "--version and --help end well, a mistake does not",
        arguments: [
            ("--version", Int32(0)), ("--help", 0), ("--threads=4", 64), ("nonsense", 64),
        ])
    func arguments(argument: String, status: Int32) async throws {
        let result = try await SamplerProcess.run([], arguments: [argument])
        #expect(result.status == status && !result.wasKilled)
        #expect(result.errors.isEmpty == (status == 0))
    }

    private func line(
        _ id: String, selection: FrameSelection, of path: String? = nil
    ) throws -> String {
        try JSONLine.encode(
            SamplingJob(
                id: id, source: VideoSource(location: path ?? clip), selection: selection))
    }
}
