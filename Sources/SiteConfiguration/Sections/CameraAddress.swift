/// The `url` of a camera: a live camera on the network, a clip, or a folder of pictures.
enum CameraAddress {
    case live(String)
    /// A file or a folder, its path resolved.
    case clip(String)

    /// Schemes of cameras that can be watched.
    private static let schemes = ["rtsp", "rtsps", "http", "https"]

    /// The address, or the path.
    var location: String {
        switch self {
        case .live(let text), .clip(let text): text
        }
    }

    static var shape: Shape<CameraAddress> {
        Shape { source in
            guard
                let text = source.text(
                    of: "an address or a path", example: "rtsp://10.1.2.3/stream1")
            else { return nil }
            guard let split = URLParts(text) else { return clip(text, source) }
            return live(split, source)
        }
    }

    private static func live(_ url: URLParts, _ source: SourceValue) -> CameraAddress? {
        guard schemes.contains(url.scheme) else {
            source.mistake(
                "'\(url.scheme)' is not a scheme that a camera can be watched by",
                NearestName.advice(for: url.scheme, among: schemes))
            return nil
        }
        guard !url.holdsSecret else {
            source.mistake(
                "the address \(url.redacted) holds a user name or a password",
                "take it out, and write user: env:NAME and password: env:NAME beside 'url'")
            return nil
        }
        guard url.isWellFormed else {
            source.mistake(
                "the address \(url.redacted) has no valid host and port",
                "write scheme://host:port/path without spaces")
            return nil
        }
        return .live(url.text)
    }

    private static func clip(_ text: String, _ source: SourceValue) -> CameraAddress? {
        guard !text.isEmpty else {
            source.mistake("the path is empty", "write an address or the path of a clip")
            return nil
        }
        // Most likely an address with a password, which is not to be shown.
        guard !text.contains("@") else {
            source.mistake("this address has no scheme", "write rtsp://host/path")
            return nil
        }
        let path = source.file.resolve(text)
        guard FileAccess.exists(path) else {
            source.mistake(
                "the clip '\(path)' does not exist",
                "write the path from the folder of this file, or an address with rtsp://")
            return nil
        }
        return .clip(path)
    }
}
