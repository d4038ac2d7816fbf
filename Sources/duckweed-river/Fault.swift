import ArgumentParser
import FoundationEssentials
import JSONLines
import SyntheticRiver
import Video

/// `duckweed-river fault`: clips that start well and then show one fault of the camera.
struct Fault: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Renders clips in which something goes wrong with the camera.",
        discussion: """
            For each fault NAME: NAME.mp4, NAME.truth.json (which keyframes are good, and what \
            should become of the others) and NAME.zone.json (the water as outlined before).

            FAULTS
              \(CameraFault.allCases.map(\.rawValue).joined(separator: ", "))

            EXAMPLES
              duckweed-river fault fog --into /tmp/faults
              duckweed-river fault all --into /tmp/faults --seed 3
            """)

    @Argument(help: "The fault's name, or 'all'.")
    var name: String

    @Option(help: "The folder to write to; it is made when it is missing.")
    var into: String

    @Option(help: "The same seed gives the same place and fault.")
    var seed: UInt64 = 1

    @Option(help: "Width x height in pixels, both even, 32 to 4096.")
    var size = PictureSize(width: 480, height: 270)

    @Option(help: "Good samples before the fault.")
    var good = 6

    @Option(help: "Samples with the fault.")
    var faulty = 6

    @Option(help: "Frames of each sample; the first is a keyframe.")
    var frames = 3

    @Option(help: "Time between samples: a whole number and s, m, h or d.")
    var every = SampleSpacing.minutes10

    @Option(help: "Constant rate factor of H.264: 0 (best) to 51.")
    var quality = 27

    private var faults: [CameraFault] {
        name == "all" ? CameraFault.allCases : CameraFault(rawValue: name).map { [$0] } ?? []
    }

    func validate() throws {
        guard !faults.isEmpty else {
            throw ValidationError(
                "'\(name)' is no fault; give one of "
                    + CameraFault.allCases.map(\.rawValue).joined(separator: ", ") + " or all")
        }
        guard (1...1000).contains(good), (1...1000).contains(faulty), (1...100).contains(frames)
        else { throw ValidationError("give --good and --faulty from 1 to 1000, --frames to 100") }
    }

    func run() throws {
        try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        for fault in faults {
            var film = FaultFilm(
                FaultPlan(
                    fault, seed: seed, width: size.width, height: size.height, goodSamples: good,
                    faultySamples: faulty, framesPerSample: frames, every: every))
            let stem = "\(into)/\(fault.rawValue)"
            let zone = film.zone
            let truth = try film.record(to: stem + ".mp4", quality: quality)
            try write(try JSONLine.encode(truth) + "\n", to: stem + ".truth.json")
            try write(try JSONLine.encode(zone) + "\n", to: stem + ".zone.json")
            print("\(stem).mp4: \(good) good and \(faulty) faulty keyframes")
        }
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}
