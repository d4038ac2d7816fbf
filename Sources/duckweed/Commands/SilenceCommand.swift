import Alerting
import ArgumentParser
import Fleet
import JSONLines
import Store
import Vocabulary

/// `duckweed silence`: times in which nobody is told of some alerts.
struct SilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Keeps alerts silent for a time, such as during a harvest.",
        discussion: """
            Cameras are sampled and judged as ever. An alert whose condition still holds
            when the silence ends is told then. Silences of the site file are not listed.

            EXAMPLES
              duckweed silence add --camera lock-3 --for 5d --author "Li Wei" --reason harvest
              duckweed silence list
              duckweed silence end 3
            """,
        subcommands: [Add.self, List.self, End.self])

    /// `duckweed silence add`.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begins a silence; it holds for what all of its conditions name.",
            discussion: """
                EXAMPLES
                  duckweed silence add --tag district=north --rule growth-fast --for 2d \\
                    --author "Li Wei" --reason "booms are moved"
                  duckweed silence add --all --from 2026-06-01T06:00:00Z --for 12h \\
                    --author "Li Wei" --reason "new model"
                """)

        @Option(help: "A camera; may be repeated.") var camera: [String] = []
        @Option(help: "A rule; may be repeated.") var rule: [String] = []
        @Option(help: "A tag and its value, as district=north; may be repeated.")
        var tag: [TagPair] = []
        @Flag(help: "All alerts of the site.") var all = false
        @Option(help: "When it begins; now where it is not given.") var from: Timestamp?
        @Option(name: .customLong("for"), help: "How long it lasts, 30d at most.")
        var length: Interval
        @Option(help: "Who asks for it.") var author: String
        @Option(help: "Why.") var reason: String
        @OptionGroup var place: StateOptions

        func validate() throws {
            let isNarrowed = !camera.isEmpty || !rule.isEmpty || !tag.isEmpty
            guard isNarrowed != all else {
                throw ValidationError(
                    all
                        ? "--all stands alone, without --camera, --rule and --tag."
                        : "Say what is to be silent: --camera, --rule, --tag or --all.")
            }
        }

        func run() async throws {
            try await ProgramFailure.reported {
                let start = from ?? WallClock().now()
                let silence = Silence(
                    match: match, author: author, reason: reason, start: start,
                    end: start + length.duration)
                if let mistake = silence.mistakes.first {
                    throw ProgramFailure("\(mistake)", exit: .badInput)
                }
                let number = try await place.openExistingStore().add(silence)
                Terminal.line("silence \(number) until \(Figures.time(silence.end)) UTC")
            }
        }

        private var match: AlertMatcher {
            AlertMatcher(
                tags: TagMatcher(
                    Dictionary(grouping: tag, by: \.name).mapValues { Set($0.map(\.value)) }),
                rules: Set(rule.map { RuleID($0) }), cameras: Set(camera.map { CameraID($0) }))
        }
    }

    /// `duckweed silence list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the silences that have not ended.",
            discussion: """
                EXAMPLES
                  duckweed silence list --state /var/lib/duckweed --json
                """)

        @OptionGroup var place: StateOptions
        @Flag(help: "Print JSON lines, those that have ended too.") var json = false

        func run() async throws {
            try await ProgramFailure.reported {
                let now = WallClock().now()
                for silence in try await place.openExistingStore().silences() {
                    if json {
                        Terminal.line(try JSONLine.encode(silence))
                    } else if silence.silence.end > now {
                        Terminal.line(text(silence))
                    }
                }
            }
        }

        private func text(_ numbered: NumberedSilence) -> String {
            let silence = numbered.silence
            return "\(numbered.number): \(Figures.time(silence.start)) to "
                + "\(Figures.time(silence.end)) UTC, \(silence.author): \(silence.reason)"
        }
    }

    /// `duckweed silence end NUMBER`.
    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a silence now.",
            discussion: """
                EXAMPLES
                  duckweed silence end 3
                """)

        @Argument(help: "The silence's number, as 'duckweed silence list' shows it.")
        var number: Int64
        @OptionGroup var place: StateOptions

        func run() async throws {
            try await ProgramFailure.reported {
                let store = try place.openExistingStore()
                guard try await store.endSilence(number, at: WallClock().now()) else {
                    throw ProgramFailure(
                        "there is no silence \(number) that has not ended; 'duckweed silence "
                            + "list' shows them",
                        exit: .badInput)
                }
            }
        }
    }
}

/// A tag and its value on the command line: `district=north`.
struct TagPair: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
            return nil
        }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}
