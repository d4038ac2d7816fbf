import Foundation
import SiteConfiguration
import Vocabulary

extension Site {
    /// Reads a site file; a file with mistakes ends the program with all of them.
    static func load(_ path: String) throws -> Site {
        do {
            return try SiteFile.load(path: path, environment: ProcessInfo.processInfo.environment)
        } catch {
            throw ProgramFailure(error, in: path)
        }
    }

    /// Reads a site file for a command that opens no camera, and so needs none of its secrets.
    static func loadWithoutSecrets(_ path: String) throws -> Site {
        do {
            return try SiteFile.load(path: path, environment: nil)
        } catch {
            throw ProgramFailure(error, in: path)
        }
    }

    /// The camera that a command line names.
    func namedCamera(_ id: String, in path: String) throws -> SiteCamera {
        guard let camera = camera(CameraID(id)) else {
            let some = cameras.prefix(5).map(\.id.rawValue).joined(separator: ", ")
            throw ProgramFailure(
                "\(path) has no camera '\(id)'; it has \(some)\(cameras.count > 5 ? ", …" : "")",
                exit: .usage)
        }
        return camera
    }
}

extension RulesFile {
    /// Reads the file of `--rules`; a file with mistakes ends the program with all of them.
    static func loadOrFail(_ path: String) throws -> RulesFile {
        do { return try load(path: path) } catch { throw ProgramFailure(error, in: path) }
    }
}

extension RuleTestFile {
    /// Reads a file of rule tests; one with mistakes ends the program with all of them.
    static func loadOrFail(_ path: String) throws -> RuleTestFile {
        do { return try load(path: path) } catch { throw ProgramFailure(error, in: path) }
    }
}

extension ProgramFailure {
    /// The mistakes of a configuration file.
    init(_ error: SiteMistakes, in path: String) {
        let lines = error.mistakes.map { "\($0)" }.joined(separator: "\n")
        let count = error.mistakes.count == 1 ? "a mistake" : "\(error.mistakes.count) mistakes"
        self.init("\(path) has \(count); nothing was started\n\(lines)", exit: .configuration)
    }
}
