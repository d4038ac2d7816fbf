import ArgumentParser

/// The simulated river: renders clips whose true coverage is known.
@main
struct DuckweedRiver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duckweed-river",
        abstract: "Renders river scenes with floating plants, and the truth beside them.",
        discussion: """
            Each clip NAME.mp4 comes with NAME.truth.json (coverage of every keyframe, exact for \
            the pixels that were drawn) and NAME.zone.json (the water, as an operator would \
            outline it).

            Scenes come with masks, faults with what should become of each picture.

            EXAMPLES
              duckweed-river fixtures
              duckweed-river render --out bloom.mp4 --days 16 --rate 0.25 --seed 7
              duckweed-river scenes --into scenes --count 300 --generator testing
              duckweed-river fault all --into faults
            """,
        subcommands: [Render.self, Fixtures.self, Scenes.self, Fault.self])
}
