import Fleet
import Foundation
import Subprocess
import Synchronization
import SystemPackage
import Vocabulary

/// CPU time that the sampler spends on a 1080p keyframe from a file, split into reading and
/// decoding, and everything after it.
struct SamplingCost {
    let folder: URL
    private let rounds = 3

    func measure() async throws {
        let clip = folder.appending(path: "bench.mp4").path(percentEncoded: false)
        try await render(clip)
        let zone = ZoneOutline.polygon(
            width: 1920, height: 1080,
            points: [
                PicturePoint(x: 0, y: 0), PicturePoint(x: 1920, y: 0),
                PicturePoint(x: 1920, y: 1080), PicturePoint(x: 0, y: 1080),
            ])
        print("1080p H.264, whole picture as zone        decode     rest     rest/decode")
        for name in ["duckweed-sampler", "duckweed-sampler-x86-64-v3"] {
            let path = Self.programs.appending(path: name).path(percentEncoded: false)
            guard FileManager.default.isExecutableFile(atPath: path) else { continue }
            let cost = try await cost(of: clip, zone: zone, sampler: path)
            print(
                name.padding(toLength: 40, withPad: " ", startingAt: 0),
                String(
                    format: "%7.2f  %7.2f  %10.0f %%", cost.decode * 1000, cost.rest * 1000,
                    cost.rest / cost.decode * 100))
        }
    }

    /// Medians over all keyframes of all rounds, in seconds.
    private func cost(
        of clip: String, zone: ZoneOutline, sampler: String
    ) async throws -> (decode: Double, rest: Double) {
        let measured = Mutex<[SamplingReport.Measurement]>([])
        let replay = ClipReplay(
            executable: SamplerExecutable(path: sampler),
            environment: ProcessInfo.processInfo.environment)
        for round in 0..<rounds {
            let job = SamplingJob(
                id: "bench-\(round)", source: VideoSource(location: clip),
                selection: .everyKeyframe, zone: zone)
            _ = try await replay.run(job) { measurement in
                measured.withLock { $0.append(measurement) }
            }
        }
        let all = measured.withLock { $0 }
        return (median(all.map(\.decodeSeconds)), median(all.map(\.analysisSeconds)))
    }

    private func median(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }

    private func render(_ clip: String) async throws {
        let river = Self.programs.appending(path: "duckweed-river").path(percentEncoded: false)
        let arguments = [
            "render", "--out", clip, "--size", "1920x1080", "--days", "10", "--every", "12h",
            "--initial", "0.1", "--quality", "30",
        ]
        _ = try await Subprocess.run(
            .path(FilePath(river)), arguments: Arguments(arguments), output: .discarded)
    }

    /// The folder of the built programs.
    private static let programs = URL(filePath: SamplerExecutable.runningProgram)
        .deletingLastPathComponent()
}
