import ArgumentParser
import FoundationEssentials
import SyntheticRiver

/// `duckweed-river scenes`: a labelled set of still scenes.
struct Scenes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Renders labelled scenes to train or test a model on.",
        discussion: """
            For each scene NAME: NAME-0.jpg, NAME-1.jpg … (a burst within about a second; with \
            --frames 1 it is NAME.jpg) and NAME.mask.png (0 no water, 1 open water, \
            2 floating vegetation, 3 other floating matter, 255 not to be judged). index.csv lists \
            the scenes and what is true of them.

            EXAMPLES
              duckweed-river scenes --into /tmp/train --count 1200 --seed 1
            """)

    @Option(help: "The folder to write to; it is made when it is missing.")
    var into: String

    @Option(help: "Scenes to render.")
    var count = 100

    @Option(help: "The same seed gives the same scenes.")
    var seed: UInt64 = 1

    @Option(help: "How scenes are made: 'training', or 'testing', which nothing is trained on.")
    var generator = SceneGenerator.training

    @Option(help: "Pictures of each scene's burst, 1 to 9.")
    var frames = 3

    @Option(
        help: "A folder of photographs of floating plants from above, for half of the plants.")
    var fronds: String?

    @Option(help: "Scenes drawn at the same time.")
    var threads = 2

    func validate() throws {
        guard count > 0, (1...9).contains(frames), (1...64).contains(threads) else {
            throw ValidationError("give --count from 1, --frames 1 to 9 and --threads 1 to 64")
        }
    }

    func run() async throws {
        try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        let folder = SceneFolder(
            path: into, generator: generator, seed: seed, frames: frames,
            fronds: try fronds.map { try FrondLibrary(folder: $0) })
        print("\(into): \(try await render(into: folder)) scenes")
    }

    /// Renders every scene, some at the same time; the index grows with them.
    private func render(into folder: SceneFolder) async throws -> Int {
        try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            var numbers = (0..<count).makeIterator()
            for _ in 0..<threads {
                guard let number = numbers.next() else { break }
                group.addTask { (number, try folder.write(number)) }
            }
            var rows: [Int: String] = [:]
            while let (number, row) = try await group.next() {
                rows[number] = row
                if rows.count % 50 == 0 { try folder.writeIndex(Self.inOrder(rows)) }
                if let number = numbers.next() {
                    group.addTask { (number, try folder.write(number)) }
                }
            }
            try folder.writeIndex(Self.inOrder(rows))
            return rows.count
        }
    }

    private static func inOrder(_ rows: [Int: String]) -> [String] {
        rows.sorted { $0.key < $1.key }.map(\.value)
    }
}
