import Backtesting
import Foundation
import Vocabulary

/// Reads the file of `--series`.
enum SeriesFile {
    /// Bytes that are read at once.
    private static let part = 1 << 20

    /// The series in a file; `-` is standard input.
    ///
    /// A file with a mistake ends the program with its first mistakes: judged without the lines that
    /// can't be read, it would show alerts that no camera would raise.
    static func load(_ path: String) throws -> [CameraSeries] {
        let isInput = path == "-"
        let name = isInput ? "standard-input" : path
        let handle = try isInput ? FileHandle.standardInput : open(path)
        let stem = URL(filePath: name).deletingPathExtension().lastPathComponent
        var reader = SeriesReader(file: name, camera: CameraID(stem))
        do {
            while let data = try handle.read(upToCount: part), !data.isEmpty {
                reader.read([UInt8](data))
            }
        } catch {
            throw ProgramFailure(
                "\(name) can't be read: \(error.localizedDescription)", exit: .badInput)
        }
        let series = reader.finish()
        guard reader.mistakeCount == 0 else {
            var lines = reader.mistakes.map(\.description)
            let more = reader.mistakeCount - lines.count
            if more > 0 { lines.append("and \(Figures.count(more, "more line"))") }
            throw ProgramFailure(
                "\(name) has \(Figures.count(reader.mistakeCount, "mistake")); nothing was judged\n"
                    + lines.joined(separator: "\n"), exit: .badInput)
        }
        for column in reader.unknownColumns {
            Terminal.error(
                "duckweed: \(name): the column '\(column)' is not known and was not read")
        }
        return series
    }

    private static func open(_ path: String) throws -> FileHandle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ProgramFailure("the file \(path) does not exist", exit: .badInput)
        }
        guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
            throw ProgramFailure("the file \(path) can't be read", exit: .badInput)
        }
        return handle
    }
}
