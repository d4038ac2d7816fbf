import Foundation
import JSONLines
import SyntheticRiver
import Testing
import Vocabulary

/// Clips in which a camera goes wrong, from the renderer through the encoder to the verdict.
@Suite("Faults of a camera", .enabled(if: Program.areBuilt))
struct CameraFaultTests {
    @Test(
        "Good pictures are measured; from the fault on each gets a verdict that is right",
        arguments: CameraFault.allCases, [1, 2] as [UInt64])
    func fault(_ fault: CameraFault, seed: UInt64) async throws {
        let scratch = try Scratch()
        let clip = scratch.file("\(fault.rawValue).mp4")
        var film = FaultFilm(FaultPlan(fault, seed: seed))
        let zone = try scratch.write(try JSONLine.encode(film.zone), to: "zone.json")
        let truth = try film.record(to: clip, quality: 27)
        let result = try await Program.duckweed(
            "replay", clip, "--zone", zone, "--start", "\(truth.start)", "--every", "10m",
            "--json")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try ReplayLines(result.output)
        #expect(lines.samples.count + lines.rejected.count == truth.keyframes.count)
        for keyframe in truth.keyframes {
            let line = lines.lines.first {
                $0.index == keyframe.index && ["sample", "rejected"].contains($0.type)
            }
            let verdict = line?.type == "sample" ? "accept" : line?.reason ?? "nothing"
            let expected = keyframe.expected.map(\.name)
            #expect(expected.contains(verdict), "keyframe \(keyframe.index): \(verdict)")
        }
    }
}

extension ExpectedVerdict {
    /// The verdict as a replay names it.
    fileprivate var name: String {
        switch self {
        case .accept: "accept"
        case .reject(let reason): reason.rawValue
        }
    }
}
