import ArgumentParser
import Store
import Vocabulary

/// `duckweed camera`: what an operator decides about one camera.
struct CameraCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "camera",
        abstract: "Approves the new view of a camera that was turned.",
        discussion: """
            EXAMPLES
              duckweed camera approve lock-3
            """,
        subcommands: [Approve.self])

    /// `duckweed camera approve CAMERA`.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes what a camera shows now its right view.",
            discussion: """
                Frames of a camera that has turned, or that shows another place, are
                refused, because its zone no longer lies on the water. Draw the zone on a
                new picture where that is needed; then approve the view. The camera's next
                good frames are learnt as what it ought to show. Its samples and alerts stay.

                EXAMPLES
                  duckweed camera approve lock-3
                  duckweed camera approve lock-3 --state /var/lib/duckweed
                """)

        @Argument(help: "The camera.") var camera: String
        @OptionGroup var place: StateOptions

        func run() async throws {
            try await ProgramFailure.reported {
                let store = try place.openExistingStore()
                guard try await store.approveScene(of: CameraID(camera)) else {
                    throw ProgramFailure(
                        "no camera '\(camera)' has been watched from \(place.state); "
                            + "duckweed status lists those that have",
                        exit: .badInput)
                }
                Terminal.line("\(camera): the next good frames are learnt as its view")
            }
        }
    }
}
