public import Vocabulary

/// A camera's recalibration, and where the site names its file.
public struct RecalibrationReference: Hashable, Sendable {
    /// The correction.
    public let recalibration: CameraRecalibration
    /// What is wrong when it is of another model, at the place that names the file.
    private let place: SiteMistake

    /// Makes a reference.
    package init(_ recalibration: CameraRecalibration, place: SiteMistake) {
        self.recalibration = recalibration
        self.place = place
    }

    /// The mistake that the reference is where another model is in use; `nil` where it is this one.
    public func mistake(withModel model: String) -> SiteMistake? {
        guard recalibration.model != model else { return nil }
        var mistake = place
        mistake.message =
            "the recalibration was made for the model \(recalibration.model), and the model is "
            + "\(model)"
        return mistake
    }

    /// The key `recalibration`: the path of a file that `duckweed calibrate` wrote.
    static var shape: Shape<RecalibrationReference> {
        Shape { source in
            let example = "the path of a recalibration file"
            guard let named = source.text(of: "a path", example: example) else { return nil }
            let path = source.file.resolve(named)
            guard FileAccess.exists(path), !FileAccess.isFolder(path) else {
                source.mistake(
                    "the recalibration file '\(path)' does not exist",
                    "write the path from the folder of this file")
                return nil
            }
            let place = source.node.place
            return RecalibrationFile.read(source.file.sibling(path)).map {
                RecalibrationReference(
                    $0,
                    place: SiteMistake(
                        file: source.file.path, line: place.line, column: place.column,
                        message: "",
                        suggestion: "make it anew with 'duckweed calibrate', or leave it out"))
            }
        }
    }
}
