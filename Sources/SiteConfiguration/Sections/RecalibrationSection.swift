import Vocabulary

/// A camera's `recalibration`: the path of a file that `duckweed calibrate` wrote.
enum RecalibrationSection {
    static var shape: Shape<CameraRecalibration> {
        Shape { source in
            guard
                let named = source.text(of: "a path", example: "the path of a recalibration file")
            else { return nil }
            let path = source.file.resolve(named)
            guard FileAccess.exists(path), !FileAccess.isFolder(path) else {
                source.mistake(
                    "the recalibration file '\(path)' does not exist",
                    "write the path from the folder of this file")
                return nil
            }
            return RecalibrationFile.read(source.file.sibling(path))
        }
    }
}
