import ArgumentParser
import Fleet
import Foundation
import JSONLines
import SiteConfiguration
import Vocabulary

/// `duckweed check`: every mistake of a site file at once.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds every mistake of a site file at once.",
        discussion: """
            Each mistake is one line: file:line:column, what is wrong, and what would
            be right. The exit code is 78 when there is one.

            EXAMPLES
              duckweed check site.yaml
              duckweed check site.yaml --json
            """)

    @Argument(help: "The site file.", completion: .file(extensions: ["yaml", "yml"]))
    var site = "site.yaml"

    @Flag(help: "Print one JSON object.")
    var json = false

    private struct Result: Encodable {
        let mistakes: [SiteMistake]
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        do {
            let read = try SiteFile.load(path: site, environment: environment)
            let mistakes = try await samplerMistakes(read, environment)
            guard mistakes.isEmpty else { throw SiteMistakes(mistakes) }
            if json {
                Terminal.line(try JSONLine.encode(Result(mistakes: [])))
            } else {
                Terminal.line(
                    "\(site) is right: " + Figures.count(read.cameras.count, "camera") + ", "
                        + Figures.count(read.rules.count, "rule") + ", "
                        + Figures.count(read.departments.count, "department"))
            }
        } catch let error as SiteMistakes {
            if json {
                Terminal.line(try JSONLine.encode(Result(mistakes: error.mistakes)))
            } else {
                for mistake in error.mistakes { Terminal.line("\(mistake)") }
            }
            throw ExitCode(ProgramExit.configuration.rawValue)
        }
    }

    /// The mistakes that only the sampler can see; it is asked where the site gives it reason to.
    private func samplerMistakes(
        _ site: Site, _ environment: [String: String]
    ) async throws -> [SiteMistake] {
        guard site.model != nil || site.cameras.contains(where: { $0.recalibration != nil }) else {
            return []
        }
        return try await ProgramFailure.reported {
            let sampler = try await SamplerExecutable.findOrFail(environment)
            return await sampler.mistakes(of: site)
        }
    }
}
