import Alerting
import ArgumentParser
import Fleet
import JSONLines
import Store
import Vocabulary

/// `duckweed alert`: the alerts that are open, and who takes care of them.
struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Lists open alerts and notes who takes care of them.",
        discussion: """
            EXAMPLES
              duckweed alert list
              duckweed alert acknowledge coverage-high/lock-3/1 --by "Li Wei"
            """,
        subcommands: [List.self, Acknowledge.self])

    /// `duckweed alert list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the open alerts, who was told, and what keeps others back.",
            discussion: """
                EXAMPLES
                  duckweed alert list
                  duckweed alert list --state /var/lib/duckweed --json
                """)

        @OptionGroup var place: StateOptions
        @Flag(help: "Print JSON lines.") var json = false

        func run() async throws {
            try await ProgramFailure.reported {
                for incident in try await place.openExistingStore().openIncidents() {
                    Terminal.line(json ? try JSONLine.encode(incident) : text(incident))
                }
            }
        }

        private func text(_ incident: Incident) -> String {
            var text = "\(incident.identity): \(incident.opening.severity.rawValue)"
            text += " since \(Figures.time(incident.opening.time))"
            if !incident.told.isEmpty {
                text += ", told " + incident.told.map(\.rawValue).joined(separator: ", ")
            }
            if let reason = incident.heldBack { text += ", \(Self.words(reason))" }
            if let acknowledgement = incident.acknowledgement {
                text += ", \(acknowledgement.name) takes care of it"
            }
            return text
        }

        private static func words(_ reason: HoldReason) -> String {
            switch reason {
            case .silenced: "silenced"
            case .inhibited: "kept back by the alert of its reach"
            case .storm: "waits for a summary"
            }
        }
    }

    /// `duckweed alert acknowledge ALERT --by NAME`.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes that somebody takes care of an alert.",
            discussion: """
                From then on nobody is reminded of the alert, and it goes on to no other
                department. Its end is told as ever. The first acknowledgement stays. A
                message that is acknowledged in a queue says only that it has arrived.

                EXAMPLES
                  duckweed alert acknowledge coverage-high/lock-3/1 --by "Li Wei"
                """)

        @Argument(help: "The alert, as 'duckweed alert list' shows it.") var alert: String
        @Option(help: "Who takes care of it.") var by: String
        @OptionGroup var place: StateOptions

        func validate() throws {
            guard !by.isEmpty else { throw ValidationError("--by needs a name.") }
        }

        func run() async throws {
            try await ProgramFailure.reported {
                let store = try place.openExistingStore()
                guard
                    let incident = try await store.acknowledge(
                        alert: alert, by: by, at: WallClock().now()),
                    let acknowledgement = incident.acknowledgement
                else {
                    throw ProgramFailure(
                        "there is no alert '\(alert)'; 'duckweed alert list' shows those that "
                            + "are open",
                        exit: .badInput)
                }
                Terminal.line(
                    "\(alert): \(acknowledgement.name) takes care of it since "
                        + Figures.time(acknowledgement.time)
                        + (incident.isOpen ? "" : "; the alert is over already"))
            }
        }
    }
}
