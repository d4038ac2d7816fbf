import ArgumentParser
import FoundationEssentials
import SyntheticRiver

/// `duckweed-river scenes`: a labelled set of still scenes.
struct Scenes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Renders labelled scenes to train or test a model on.",
        discussion: """
            For each scene NAME: NAME-0.jpg, NAME-1.jpg … (a burst within about a second) and \
            NAME.mask.png (0 no water, 1 open water, 2 floating vegetation, 3 other floating \
            matter, 255 not to be judged). index.csv lists the scenes and what is true of them.

            EXAMPLES
              duckweed-river scenes --into /tmp/train --count 1200 --seed 1
            """)

    @Option(help: "The folder to write to; it is made when it is missing.")
    var into: String

    @Option(help: "Scenes to render.")
    var count = 100

    @Option(help: "The same seed gives the same scenes.")
    var seed: UInt64 = 1

    @Option(help: "Pictures of each scene's burst, 1 to 9.")
    var frames = 3

    @Option(help: "Scenes drawn at the same time.")
    var threads = 2

    func validate() throws {
        guard count > 0, (1...9).contains(frames), (1...64).contains(threads) else {
            throw ValidationError("give --count from 1, --frames 1 to 9 and --threads 1 to 64")
        }
    }

    func run() async throws {
        try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        let (folder, seed, frames) = (into, seed, frames)
        var rows: [Int: String] = [:]
        try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            var next = 0
            while next < min(threads, count) {
                let number = next
                group.addTask {
                    (
                        number,
                        try SceneFiles(folder: folder).write(
                            seed: seed, number: number, frames: frames)
                    )
                }
                next += 1
            }
            while let (number, row) = try await group.next() {
                rows[number] = row
                if next < count {
                    let number = next
                    group.addTask {
                        (
                            number,
                            try SceneFiles(folder: folder).write(
                                seed: seed, number: number, frames: frames)
                        )
                    }
                    next += 1
                }
            }
        }
        let lines = [SceneFiles.header] + rows.sorted { $0.key < $1.key }.map(\.value)
        try Data((lines.joined(separator: "\n") + "\n").utf8)
            .write(to: URL(filePath: "\(into)/index.csv"))
        print("\(into): \(rows.count) scenes")
    }
}
