import FoundationEssentials

/// A file that is being read: its path, and where its mistakes go.
final class SourceFile {
    /// The path as the user would open it.
    let path: String
    private let log: ReadingLog

    init(path: String, log: ReadingLog) {
        self.path = path
        self.log = log
    }

    func report(at place: SourcePlace, _ message: String, _ suggestion: String) {
        log.report(
            SiteMistake(
                file: path, line: place.line, column: place.column, message: message,
                suggestion: suggestion))
    }

    /// Takes over a mistake of a file that was read by itself.
    func report(_ mistake: SiteMistake) { log.report(mistake) }

    /// Another file, with the same log.
    func sibling(_ path: String) -> SourceFile { SourceFile(path: path, log: log) }

    /// The path to open for a path that this file names: relative ones start at its folder.
    func resolve(_ named: String) -> String {
        guard !named.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return named }
        return path[...slash] + named
    }

    /// Version of all that has been read so far, this file and those that it names.
    var versionOfAll: String { log.version }

    /// The file's bytes, which count for the version of all that is read.
    ///
    /// - Throws: A sentence that says why it can't be read.
    func contents() throws(UnreadableFile) -> Data {
        let data = try FileAccess.contents(path)
        log.note(data)
        return data
    }

    /// The file's text, which counts for the version of all that is read.
    ///
    /// - Throws: A sentence that says why it can't be read.
    func text() throws(UnreadableFile) -> String { try Self.text(of: try contents()) }

    /// The text of a secret, which leaves no trace.
    ///
    /// - Throws: A sentence that says why it can't be read.
    func secretText() throws(UnreadableFile) -> String {
        try Self.text(of: try FileAccess.contents(path))
    }

    private static func text(of data: Data) throws(UnreadableFile) -> String {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw UnreadableFile(reason: "is not UTF-8 text")
        }
        return text
    }
}

/// Why a file can't be read, as the end of a sentence about it.
struct UnreadableFile: Error {
    var reason: String
}

/// The few questions that the configuration asks the file system.
enum FileAccess {
    static func contents(_ path: String) throws(UnreadableFile) -> Data {
        guard exists(path) else { throw UnreadableFile(reason: "does not exist") }
        guard !isFolder(path) else { throw UnreadableFile(reason: "is a folder") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UnreadableFile(reason: "can't be read")
        }
        return data
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }
}
