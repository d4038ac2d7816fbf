import FoundationEssentials
import SiteConfiguration

/// The site files in `Fixtures/Sites`, found from this file's own place.
enum SiteFixture {
    /// The folder of the good sites.
    static let folder =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/") + "/Fixtures/Sites"

    /// What the environment holds for every fixture.
    static let environment = ["LOCK3_USER": "viewer"]

    /// Names of the broken sites, without `.yaml`.
    static let brokenNames: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/Broken")) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    static func load(_ name: String) throws(SiteMistakes) -> Site {
        try SiteFile.load(path: "\(folder)/\(name)", environment: environment)
    }

    /// All mistakes of a site, one a line, with paths from the fixtures' folder; empty for a good site.
    static func mistakes(of name: String) -> String {
        do {
            _ = try load(name)
            return ""
        } catch {
            return error.description.replacing("\(folder)/", with: "") + "\n"
        }
    }
}

/// A folder for the files of one test, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appending(path: "duckweed-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and gives its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}
