import Foundation
import SiteConfiguration
import Vocabulary

extension Site {
    /// Reads a site file; a file with mistakes ends the program with all of them.
    static func load(_ path: String) throws -> Site {
        do {
            return try SiteFile.load(path: path, environment: ProcessInfo.processInfo.environment)
        } catch {
            let lines = error.mistakes.map { "\($0)" }.joined(separator: "\n")
            let count = error.mistakes.count == 1 ? "a mistake" : "\(error.mistakes.count) mistakes"
            throw ProgramFailure(
                "\(path) has \(count); nothing was started\n\(lines)", exit: .configuration)
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
