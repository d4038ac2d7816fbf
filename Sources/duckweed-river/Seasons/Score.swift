import ArgumentParser
import Evaluation
import JSONLines
import SyntheticRiver

/// `duckweed-river score`: how well the judgement does over camera-years whose truth is known.
struct Score: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Scores the live judgement over simulated camera-years, beside other methods.",
        discussion: """
            The camera-years are those of 'duckweed-river season', with the usual noise and with \
            four times as much. What is counted how: docs/season.md.

            EXAMPLES
              duckweed-river score
              duckweed-river score --years 5000 --json > season.json
            """)

    @OptionGroup var options: SeasonOptions

    @Flag(help: "Print one JSON object instead of tables.")
    var json = false

    @Flag(help: "Exit with 1 when a bar is not met.")
    var strict = false

    func run() async throws {
        let report = SeasonReport(
            seed: options.seed, years: options.years,
            usual: await SeasonScore(options.plan(noise: 1)),
            noisy: await SeasonScore(options.plan(noise: SeasonReport.noisyFactor)))
        print(json ? try JSONLine.encode(report) : SeasonTable(report).description)
        if strict, !report.bars.allSatisfy(\.isMet) { throw ExitCode(1) }
    }
}
