import FoundationEssentials
import Imaging
import SyntheticRiver
import Video

/// Writes labelled scenes into a folder.
struct SceneFiles: Sendable {
    /// Columns of the index.
    static let header =
        "name,kind,vegetation,coverage_image,coverage_ground,verdict,width,height,floating,water,"
        + "slope_rms,sun,saturation,jpeg_quality"

    let folder: String
    let generator: SceneGenerator
    let seed: UInt64
    /// Pictures of each scene.
    let frames: Int
    let fronds: FrondLibrary?

    /// Renders a scene and writes its pictures and mask.
    ///
    /// - Returns: Its row of the index; `nil` when the camera sees no water and nothing is written.
    func write(_ number: Int) throws -> String? {
        guard var scene = generator.scene(seed: seed, number: number, fronds: fronds) else {
            return nil
        }
        let digits = String(number)
        let name = "scene-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let truth = scene.truth
        var frame = Frame(width: scene.width, height: scene.height)
        for index in 0..<frames {
            scene.drawNext(into: &frame)
            let bytes = try PictureEncoder.jpeg(frame, quality: truth.jpegQuality)
            try write(bytes, to: "\(name)-\(index).jpg")
        }
        try write(try PictureEncoder.greyPNG(scene.mask()), to: "\(name).mask.png")
        let floating = truth.floating.joined(separator: "+")
        return [
            name, truth.hasVegetation ? "positive" : "negative",
            Self.text(truth.coverageImage), Self.text(truth.coverageImage),
            Self.text(truth.coverageGround), "accept", "\(scene.width)", "\(scene.height)",
            floating.isEmpty ? "none" : floating, truth.water, Self.text(truth.slopeRMS),
            truth.isSunny ? "sun" : "overcast", Self.text(truth.saturation),
            "\(truth.jpegQuality)",
        ].joined(separator: ",")
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    private static func text(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
}
