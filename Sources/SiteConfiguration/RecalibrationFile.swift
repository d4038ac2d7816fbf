public import Vocabulary

/// Reads the file of a camera's recalibration, which `duckweed calibrate` writes.
public enum RecalibrationFile {
    /// The layout of the file that is written now; others are refused.
    public static let version = 1

    /// The recalibration in the file at `path`.
    ///
    /// Whether it is of the model in use is seen when a frame is judged.
    ///
    /// - Throws: All mistakes in the file, each with its line and column.
    public static func load(path: String) throws(SiteMistakes) -> CameraRecalibration {
        try SourceFile.load(path, read)
    }

    /// The recalibration in `file`; `nil`, with the mistakes told in that file, when there is none.
    static func read(_ file: SourceFile) -> CameraRecalibration? {
        file.reading(
            "recalibration file", advice: "write the path of a file that 'duckweed calibrate' wrote"
        ) {
            let root = try JSONSource.parse(try file.text())
            return shape.read(SourceValue(node: root, file: file))
        }
    }

    /// The keys that matter to a camera; picture and clicks are there for people.
    private static var shape: Shape<CameraRecalibration> {
        Shape { source in
            guard var keys = MappingReader(source, "a recalibration") else { return nil }
            let version = keys.required(
                "version", Shape<Int>.count(version...version, called: "the version"),
                example: "\"version\": \(version)")
            let model = keys.required(
                "model", .text("the model's name"), example: "\"model\": \"…\"")
            let slope = keys.required(
                "slope", number(in: LogitCalibration.slopeLimits), example: "\"slope\": 1")
            let offset = keys.required(
                "offset", number(in: LogitCalibration.offsetLimits), example: "\"offset\": 0")
            guard version != nil, let model, let slope, let offset else { return nil }
            return CameraRecalibration(
                model: model, logit: LogitCalibration(slope: slope, offset: offset))
        }
    }

    private static func number(in limits: ClosedRange<Double>) -> Shape<Double> {
        let written = "a number from \(limits.lowerBound) to \(limits.upperBound)"
        return .number(limits, called: written, example: "\(written), or calibrate anew")
    }
}
