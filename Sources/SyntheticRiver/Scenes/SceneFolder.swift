import FoundationEssentials
import Imaging
import Video

/// A folder of labelled scenes: pictures, masks, and an index.
///
/// Each scene NAME has `NAME-0.jpg`, `NAME-1.jpg` …, or one `NAME.jpg` when bursts have one picture,
/// and `NAME.mask.png` with the numbers of ``SceneClass``. `index.csv` holds a row for each.
public struct SceneFolder: Sendable {
    /// Columns of the index.
    public static let header =
        "name,kind,vegetation,coverage_image,coverage_ground,verdict,width,height,floating,water,"
        + "slope_rms,sun,saturation,stream_crf,jpeg_quality"

    private let path: String
    private let generator: SceneGenerator
    private let seed: UInt64
    private let frames: Int
    private let fronds: FrondLibrary?

    /// Names a folder and what shall fill it.
    ///
    /// - Parameters:
    ///   - path: The folder, which exists.
    ///   - generator: How scenes are made.
    ///   - seed: The same seed gives the same scenes.
    ///   - frames: Pictures of each scene's burst, from 1.
    ///   - fronds: Photographs that half of the training scenes' plants are made of.
    public init(
        path: String, generator: SceneGenerator, seed: UInt64, frames: Int,
        fronds: FrondLibrary? = nil
    ) {
        self.path = path
        self.generator = generator
        self.seed = seed
        self.frames = frames
        self.fronds = fronds
    }

    /// Renders a scene and writes its pictures and mask.
    ///
    /// - Returns: Its row of the index; `nil` when the camera sees no water and nothing is written.
    /// - Throws: When a file can't be written.
    public func write(_ number: Int) throws -> String? {
        guard var scene = generator.scene(seed: seed, number: number, fronds: fronds) else {
            return nil
        }
        let digits = String(number)
        let name = "scene-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let truth = scene.truth
        let stream = truth.streamQuality.map {
            StreamPass(quality: $0, path: "\(path)/\(name).pass.mp4")
        }
        var frame = Frame(width: scene.width, height: scene.height)
        for index in 0..<frames {
            scene.drawNext(into: &frame)
            try stream?.pass(&frame)
            let bytes = try PictureEncoder.jpeg(frame, quality: truth.jpegQuality)
            try write(bytes, to: frames == 1 ? "\(name).jpg" : "\(name)-\(index).jpg")
        }
        try write(try PictureEncoder.greyPNG(scene.mask()), to: "\(name).mask.png")
        return Self.row(name: name, width: scene.width, height: scene.height, truth: truth)
    }

    /// Writes the index of the scenes that are there.
    public func writeIndex(_ rows: [String]) throws {
        try write(
            Array((([Self.header] + rows).joined(separator: "\n") + "\n").utf8), to: "index.csv")
    }

    private static func row(name: String, width: Int, height: Int, truth: SceneTruth) -> String {
        [
            name, truth.hasVegetation ? "positive" : "negative", text(truth.coverageImage),
            text(truth.coverageImage), text(truth.coverageGround), "accept", "\(width)",
            "\(height)",
            truth.floating.isEmpty ? "none" : truth.floating.joined(separator: "+"), truth.water,
            text(truth.slopeRMS), truth.isSunny ? "sun" : "overcast", text(truth.saturation),
            truth.streamQuality.map(String.init) ?? "none", "\(truth.jpegQuality)",
        ].joined(separator: ",")
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }

    private static func text(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
}
