import Alerting
import ArgumentParser
import Backtesting
import Foundation
import JSONLines
import SiteConfiguration
import Store
import Vocabulary

/// `duckweed backtest`: which alerts rules would have raised.
struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Shows which alerts rules would have raised in the past.",
        discussion: """
            Judges what a site has kept (--state) or a file of samples (--series) by the
            live judge. With --rules it judges by those rules too and tells which alerts
            they would add, remove and move, and how many each department would get.

            A file of samples is CSV with the columns time (RFC 3339) and coverage (0 to
            1), and where there are such camera, sigma (in logit units) and quality (ok,
            or why there is no sample). Lines may be in any order. Without a site the
            standard rules are the current ones, and nobody is told.

            EXAMPLES
              duckweed backtest --series summer.csv
              duckweed backtest --site site.yaml --rules new-rules.yaml
              duckweed backtest --series summer.csv --rules new-rules.yaml --json
              duckweed backtest --series summer.csv --camera lock-3 --plot lock-3.svg
            """)

    @Option(
        help: ArgumentHelp(
            "A CSV file of samples; may be repeated; - is standard input.", valueName: "file"),
        completion: .file(extensions: ["csv"]))
    var series: [String] = []

    @Option(help: "The folder in which a site keeps everything (default: duckweed-state).")
    var state: String?

    @Option(help: "A site file, for its rules, tags, reaches and routes.", completion: .file())
    var site: String?

    @Option(help: "Rules to try: a file with 'rules:', or a site file.", completion: .file())
    var rules: String?

    @Option(help: "Only this camera; may be repeated.")
    var camera: [String] = []

    @Option(help: "Only from this time on, such as 2026-06-01T00:00:00Z.")
    var from: Timestamp?

    @Option(help: "Only up to this time.")
    var to: Timestamp?

    @Option(
        help: ArgumentHelp(
            "Which estimates --json prints: one for each bin, the last of each day, or none.",
            valueName: "all|daily|none"))
    var estimates = EstimateDensity.all

    @Option(
        help: "Draw coverage, growth and alerts of up to \(BacktestPlot.mostPanels) cameras.",
        completion: .file(extensions: ["svg"]))
    var plot: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if state != nil, !series.isEmpty {
            throw ValidationError("Name either --series or --state.")
        }
    }

    func run() async throws {
        try await ProgramFailure.reported { try await backtest() }
    }

    private func backtest() async throws {
        let site = try site.map { try Site.loadWithoutSecrets($0) }
        let tried = try rules.map { try RulesFile.loadOrFail($0) }
        let source =
            series.isEmpty
            ? try await BacktestSource(
                store: SiteStore(directory: state ?? "duckweed-state", opening: .existing),
                from: from, to: to)
            : try BacktestSource(files: series, from: from, to: to)
        let waters = SiteReaches(of: site).waters(of: try chosen(source.cameras))
        let current = site.map { Ruling(of: $0) } ?? .standard
        let run = BacktestRun(
            source: source, waters: waters, current: current,
            new: tried.map { Ruling(rules: $0.rules, policy: $0.policy ?? current.policy) },
            density: json ? estimates : .none,
            plotted: plot == nil
                ? [] : Set(waters.flatMap(\.cameras).prefix(BacktestPlot.mostPanels)))
        try await report(run)
    }

    private func report(_ run: BacktestRun) async throws {
        var summary = BacktestSummary(isCompared: run.new != nil)
        var plots: [PlottedCamera] = []
        let printer = BacktestPrinter()
        try await run.run { water, result in
            if json { printer.estimates(result.estimates) }
            summary.add(water, result)
            plots += result.plots
        }
        guard summary.sampleCount + summary.gapCount > 0 else {
            throw ProgramFailure(
                "there is nothing to judge: no sample and no gap in the time that was asked for",
                exit: .badInput)
        }
        if json {
            try printer.end(summary)
        } else {
            Terminal.line(
                BacktestText(
                    summary: summary, currentName: site ?? "the standard rules", newName: rules
                ).description)
        }
        if let plot { try draw(plots, of: summary.cameraCount, into: plot) }
    }

    private func chosen(_ known: [CameraID]) throws -> [CameraID] {
        for name in camera where !known.contains(CameraID(name)) {
            throw ProgramFailure("there is no sample of a camera '\(name)'", exit: .badInput)
        }
        return camera.isEmpty ? known : known.filter { camera.contains($0.rawValue) }
    }

    private func draw(_ plots: [PlottedCamera], of count: Int, into path: String) throws {
        do {
            try Data(BacktestPlot(of: plots).svg.utf8).write(to: URL(filePath: path))
        } catch {
            throw ProgramFailure(
                "\(path) can't be written: \(error.localizedDescription)", exit: .unavailable)
        }
        if count > BacktestPlot.mostPanels {
            Terminal.error(
                "duckweed: \(path) shows the first \(BacktestPlot.mostPanels) of \(count) cameras; "
                    + "choose others with --camera")
        }
    }
}
