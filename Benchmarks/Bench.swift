import ArgumentParser
import CPlatform
import Foundation

/// `make bench`: what a picture costs beside what a user would take instead, and how many samples
/// can be judged and kept.
///
/// Figures are compared within one run, as ratios; machines differ and none of this gates a change.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duckweed-bench",
        abstract: "Measures the cost of a picture and the rate of judging (docs/benchmarks.md).")

    @Option(help: "A Python that has OpenCV; without it the rows of OpenCV are left out.")
    var python: String?

    @Option(help: "The folder with the OpenCV pipelines.")
    var pipelines = "Benchmarks/opencv"

    @Option(help: "Times that each clip is measured.")
    var rounds = 5

    @Flag(help: "Measure only judging, not pictures.")
    var judgingOnly = false

    @Flag(help: "Print JSON instead of tables.")
    var json = false

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "duckweed-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        var report = BenchReport()
        if !judgingOnly { try await measurePictures(into: &report, folder: folder) }
        progress("judging and keeping")
        report.filter = FilterRate().measure()
        report.judging = try await JudgementRate(folder: folder).measure()
        progress("back-testing")
        report.backtest = BacktestRate().measure()
        try print(json ? report.json : report.tables)
    }

    private func measurePictures(into report: inout BenchReport, folder: URL) async throws {
        let river = try await RiverClip.render(into: folder)
        for size in FrameSize.all {
            progress("measuring \(size)")
            let clip = try await river.scaled(to: size)
            defer { clip.remove() }
            report.sizes.append(try await costs(of: clip, notes: &report.notes))
        }
        let refused = report.sizes.flatMap(\.samplers).map(\.refusedFrames).reduce(0, +)
        if refused > 0 {
            report.notes.append(
                "\(refused) frames were refused, which is cheaper than measuring them.")
        }
    }

    private func costs(
        of clip: ScaledClip, notes: inout [String]
    ) async throws -> FrameCosts {
        var costs = FrameCosts(
            size: clip.size, keyframeBytes: clip.keyframeBytes,
            copy: try CopyCost.measure(clip, rounds: rounds))
        for build in SamplerBuild.runnable {
            costs.samplers.append(try await build.cost(of: clip, rounds: rounds))
        }
        do {
            costs.openCV = try await OpenCVCost.measure(
                clip, python: python, pipelines: pipelines, rounds: rounds)
        } catch {
            let note = "OpenCV was not measured: \(error)"
            if !notes.contains(note) { notes.append(note) }
        }
        return costs
    }

    private func progress(_ text: String) {
        let line = "\(text)…\n"
        _ = duckweed_write_all(STDERR_FILENO, line, line.utf8.count)
    }
}
