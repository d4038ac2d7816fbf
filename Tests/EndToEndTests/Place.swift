import Foundation

/// Places that the tests read from.
enum Place {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func clip(_ name: String) -> String {
        root.appending(path: "Fixtures/Clips/\(name)").path(percentEncoded: false)
    }

    /// Real pictures and clips, which are not part of the repository.
    static let realData: URL? = {
        let named = ProcessInfo.processInfo.environment["DUCKWEED_DATA"].map { URL(filePath: $0) }
        let folder = named ?? root.deletingLastPathComponent().appending(path: "shared/data")
        return FileManager.default.fileExists(atPath: folder.path(percentEncoded: false))
            ? folder : nil
    }()

    static func real(_ path: String) -> String {
        realData?.appending(path: path).path(percentEncoded: false) ?? path
    }
}

/// A new empty folder, removed with all it holds when the last reference goes.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "duckweed-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: file(name)))
        return file(name)
    }

    @discardableResult
    func write(_ bytes: Data, to name: String) throws -> String {
        try bytes.write(to: URL(filePath: file(name)))
        return file(name)
    }
}
