import ArgumentParser

/// The simulated river: clips, scenes and series whose truth is known.
@main
struct DuckweedRiver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duckweed-river",
        abstract: "Simulates rivers with floating plants, and tells the truth beside them.",
        discussion: """
            Each clip NAME.mp4 comes with NAME.truth.json (coverage of every keyframe, exact for \
            the pixels that were drawn) and NAME.zone.json (the water, as an operator would \
            outline it).

            Scenes come with masks, faults with what should become of each picture, and simulated \
            camera-years with the true coverage and growth rate.

            EXAMPLES
              duckweed-river fixtures
              duckweed-river render --out bloom.mp4 --days 16 --rate 0.25 --seed 7
              duckweed-river scenes --into scenes --count 300 --generator testing
              duckweed-river fault all --into faults
              duckweed-river season --years 20 --into season
              duckweed-river score
            """,
        subcommands: [
            Render.self, Fixtures.self, Scenes.self, Fault.self, Season.self, Score.self,
        ])
}
