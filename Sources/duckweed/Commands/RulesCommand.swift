import Alerting
import ArgumentParser
import JSONLines
import SiteConfiguration
import Vocabulary

/// `duckweed rules`: the rules as they hold, camera by camera.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Shows the rules as they hold for each camera.",
        discussion: """
            Overrides and defaults are filled in. The version is the fingerprint that
            stands in each alert of the rule. Without a site it shows the standard
            rules.

            EXAMPLES
              duckweed rules
              duckweed rules site.yaml --camera lock-3
              duckweed rules --diagram           the state machine, for Mermaid
            """)

    @Argument(help: "The site file.", completion: .file(extensions: ["yaml", "yml"]))
    var site: String?

    @Option(help: "Show the rules of this camera alone.")
    var camera: String?

    @Flag(help: "Print the state machine as a Mermaid diagram.")
    var diagram = false

    func validate() throws {
        guard camera == nil || site != nil else {
            throw ValidationError("--camera needs the site file that names the camera.")
        }
    }

    func run() async throws {
        guard !diagram else { return Terminal.line(AlertStateDiagram.mermaid) }
        guard let path = site else { return show(AlertRule.standard) }
        try await ProgramFailure.reported {
            let site = try Site.load(path)
            let cameras = try camera.map { [try site.namedCamera($0, in: path)] } ?? site.cameras
            for camera in cameras {
                Terminal.line("camera \(camera.id)")
                show(site.rules(for: camera))
            }
        }
    }

    private func show(_ rules: [AlertRule]) {
        for rule in rules {
            Terminal.line("  \(rule.id)  (\(rule.kind.rawValue), version \(rule.version))")
            for (key, value) in RuleTable.values(of: rule) {
                let gap = String(repeating: " ", count: max(1, 18 - key.count))
                Terminal.line("    \(key)\(gap)\(value)")
            }
        }
    }
}
