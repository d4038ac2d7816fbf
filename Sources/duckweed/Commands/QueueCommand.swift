import ArgumentParser
import DepartmentQueues
import Fleet
import JSONLines
import Store
import Vocabulary

/// `duckweed queue`: a department's end of its queue.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "Lists, receives and acknowledges a department's messages.",
        discussion: """
            A message that is received is lent for a while. Acknowledge it once it is
            dealt with, or it comes again. Messages are CloudEvents 1.0, one a line;
            drop those whose id you have seen.

            EXAMPLES
              duckweed queue list
              duckweed queue receive water-bureau --max 10 --lease 60s
              duckweed queue ack water-bureau ID
            """,
        subcommands: [List.self, Receive.self, Acknowledge.self])

    /// `duckweed queue list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows how much lies in each department's queue.",
            discussion: """
                EXAMPLES
                  duckweed queue list
                  duckweed queue list --state /var/lib/duckweed --json
                """)

        @OptionGroup var place: StateOptions
        @Flag(help: "Print JSON lines.") var json = false

        func run() async throws {
            try await ProgramFailure.reported {
                let queue = EmbeddedQueue(store: try place.openExistingStore())
                for summary in try await queue.departments(at: WallClock().now()) {
                    Terminal.line(json ? try JSONLine.encode(summary) : text(summary))
                }
            }
        }

        private func text(_ summary: QueueSummary) -> String {
            "\(summary.department): \(summary.waiting) waiting, \(summary.leased) received, "
                + "\(summary.acked) acknowledged"
                + (summary.oldest.map { ", oldest since \(Figures.time($0))" } ?? "")
        }
    }

    /// `duckweed queue receive DEPARTMENT`.
    struct Receive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Receives a department's oldest messages and leases them.",
            discussion: """
                EXAMPLES
                  duckweed queue receive water-bureau --max 10 --lease 60s
                  duckweed queue receive water-bureau --text
                """)

        @Argument(help: "The department.") var department: String
        @Option(help: "The most messages to receive.") var max = 10
        @Option(help: "How long until unacknowledged messages come again.")
        var lease = Interval.minute
        @OptionGroup var place: StateOptions
        @Flag(help: "Print a few lines for people instead of CloudEvents.") var text = false

        func validate() throws {
            guard (1...10_000).contains(max) else {
                throw ValidationError("--max takes a number from 1 to 10000.")
            }
        }

        func run() async throws {
            try await ProgramFailure.reported {
                let queue = EmbeddedQueue(store: try place.openExistingStore())
                let messages = try await queue.receive(
                    DepartmentID(department), max: max, lease: lease.duration,
                    at: WallClock().now())
                for message in messages {
                    guard text else {
                        Terminal.line(message.body)
                        continue
                    }
                    Terminal.line(try text(message.body))
                }
            }
        }

        private struct Envelope: Decodable {
            let type: String
        }

        private func text(_ body: String) throws -> String {
            let type = try JSONLine.decode(Envelope.self, from: body).type
            return type == StormSummary.summaryType
                ? SummaryText(try JSONLine.decode(StormSummary.self, from: body)).description
                : MessageText(try JSONLine.decode(DepartmentMessage.self, from: body)).description
        }
    }

    /// `duckweed queue ack DEPARTMENT ID…`.
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ack",
            abstract: "Settles messages by their id, so that they do not come again.",
            discussion: """
                EXAMPLES
                  duckweed queue ack water-bureau \\
                    coverage-high/lock-3/1/firing/water-bureau
                """)

        @Argument(help: "The department.") var department: String
        @Argument(help: "The messages' ids.") var ids: [String]
        @OptionGroup var place: StateOptions

        func run() async throws {
            let unknown = try await ProgramFailure.reported {
                let queue = EmbeddedQueue(store: try place.openExistingStore())
                let outcomes = try await queue.acknowledge(
                    ids, department: DepartmentID(department), at: WallClock().now())
                return zip(ids, outcomes).filter { $0.1 == .unknown }.map(\.0)
            }
            guard !unknown.isEmpty else { return }
            for id in unknown {
                Terminal.error("duckweed: \(department) has no message '\(id)'")
            }
            throw ExitCode(ProgramExit.doneInPart.rawValue)
        }
    }
}
