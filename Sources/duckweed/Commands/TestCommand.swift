import ArgumentParser
import Backtesting
import SiteConfiguration
import Vocabulary

/// `duckweed test`: rule tests that operators write.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Tests a site's rules on series that are written in short.",
        discussion: """
            A file of rule tests names a site or a file of rules, what each camera sees,
            and which alerts are to be open at some moments, of which severity, told to
            whom (docs/backtesting.md). The live judge decides. The exit code is 1 when a
            test fails, and 78 when a file has a mistake.

            EXAMPLES
              duckweed test rules.test.yaml
              duckweed test tests/*.test.yaml
            """)

    @Argument(
        help: "Files of rule tests.", completion: .file(extensions: ["test.yaml", "yaml"]))
    var files: [String]

    func run() async throws {
        let failed = try await ProgramFailure.reported { try test() }
        if failed > 0 { throw ExitCode(ProgramExit.doneInPart.rawValue) }
    }

    private func test() throws -> Int {
        var passed = 0
        var failed = 0
        for (path, file) in try files.map({ ($0, try RuleTestFile.loadOrFail($0)) }) {
            Terminal.line(path)
            for test in file.tests {
                let outcome = test.run(by: file.ruling)
                if outcome.failures.isEmpty { passed += 1 } else { failed += 1 }
                for line in RuleTestText(test: test, outcome: outcome).lines {
                    Terminal.line("  \(line)")
                }
            }
        }
        Terminal.line("\(passed) passed, \(failed) failed")
        return failed
    }
}
