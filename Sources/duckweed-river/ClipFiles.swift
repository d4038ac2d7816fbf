import ArgumentParser
import Foundation
import Imaging
import JSONLines
import SyntheticRiver
import Video
import Vocabulary

/// A clip on disk with its truth and its zone beside it.
struct ClipFiles {
    /// Path of the clip.
    let clip: String

    /// Renders a plan into the three files and says so.
    ///
    /// - Throws: The exit code, once the reason is on the standard error.
    func render(_ plan: ClipPlan, codec: ClipSettings.Codec, quality: Int?) throws(ExitCode) {
        do {
            try write(plan, codec: codec, quality: quality)
        } catch let error as ZoneError {
            let camera = plan.site.camera
            throw Self.exit(
                .usage,
                "a picture of \(camera.width)x\(camera.height) shows too little water to be "
                    + "outlined (\(error)); choose a wider one")
        } catch {
            throw Self.exit(.unavailable, "\(error)")
        }
    }

    private static func exit(_ code: ProgramExit, _ reason: String) -> ExitCode {
        FileHandle.standardError.write(Data("duckweed-river: \(reason)\n".utf8))
        return ExitCode(code.rawValue)
    }

    private func write(_ plan: ClipPlan, codec: ClipSettings.Codec, quality: Int?) throws {
        var film = try RiverFilm(plan)
        let truth = try film.record(to: clip, codec: codec, quality: quality)
        try write(try Self.truthText(truth), to: stem + ".truth.json")
        try write(try JSONLine.encode(film.scene.zone) + "\n", to: stem + ".zone.json")
        let last = truth.keyframes.last?.coverageImage ?? 0
        print("\(clip): \(truth.keyframes.count) keyframes, \(Self.percent(last)) at the end")
    }

    /// The path without its extension.
    private var stem: String {
        let name = clip.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return clip }
        return String(clip[..<dot])
    }

    private static func truthText(_ truth: ClipTruth) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(truth), as: UTF8.self) + "\n"
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    private static func percent(_ share: Double) -> String {
        "\((share * 1000).rounded() / 10) %"
    }
}
