import ArgumentParser
import FoundationEssentials
import SyntheticRiver
import Video

/// `duckweed-river fixtures`: the clips that come with the project.
struct Fixtures: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Renders the project's own clips, their truths and their zones.",
        discussion: """
            The same build on the same machine with the same FFmpeg gives the same bytes.

            EXAMPLES
              duckweed-river fixtures
              duckweed-river fixtures --into /tmp/clips --only bloom --only night
            """)

    @Option(help: "The folder to write to; it is made when it is missing.")
    var into = "Fixtures/Clips"

    @Option(help: "Render this clip only; may be given several times.")
    var only: [FixtureClip] = []

    func run() throws {
        try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        for clip in FixtureClip.allCases where only.isEmpty || only.contains(clip) {
            try ClipFiles(clip: "\(into)/\(clip.rawValue).mp4")
                .render(clip.plan, codec: clip.isHEVC ? .h265 : .h264, quality: clip.quality)
        }
    }
}
