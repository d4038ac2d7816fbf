import ArgumentParser
import Foundation
import Vocabulary

/// `--overlay`: where pictures of what was seen are written.
struct OverlayOption: ParsableArguments {
    @Option(
        name: .long,
        help: "Write what was seen: to a .png, .jpg or .mp4 file, or into a folder of pictures.",
        completion: .file())
    var overlay: String?

    /// The request for the sampler.
    ///
    /// - Throws: A usage error when the overlay would overwrite a recording.
    func request(for source: String, timeline: ClipTimeline? = nil) throws -> OverlayRequest? {
        guard let overlay else { return nil }
        guard Self.resolved(overlay) != Self.resolved(source) else {
            throw ProgramFailure(
                "--overlay \(overlay) would overwrite the recording; name another place",
                exit: .usage)
        }
        return OverlayRequest(path: overlay, timeline: timeline)
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(
            percentEncoded: false
        ).trimmingSuffix("/")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
