/// Where a camera's frames come from.
///
/// The location of a live source never holds a password: the credentials are apart, in a type
/// that can't be printed.
public struct VideoSource: Codable, Hashable, Sendable {
    /// `rtsp://`, `rtsps://`, `http://` or `https://` for a live camera; otherwise the path of a
    /// file or of a folder of pictures.
    public var location: String
    /// User name and password, when the camera asks for them.
    public var credentials: Credentials?
    /// The numeric address to connect to in place of the location's host, once it has been vetted.
    public var address: String?
    /// The paths of pictures that follow one another; `location` is then only their name.
    public var pictures: [String]?

    /// Makes a source.
    public init(
        location: String, credentials: Credentials? = nil, address: String? = nil,
        pictures: [String]? = nil
    ) {
        self.location = location
        self.credentials = credentials
        self.address = address
        self.pictures = pictures
    }

    /// The location as it may be shown: without a user name and a password that it might hold.
    public var displayLocation: String {
        guard let scheme = location.firstRange(of: "://") else { return location }
        let rest = location[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let at = authority.lastIndex(of: "@") else { return location }
        return "\(location[..<scheme.upperBound])•••\(rest[at...])"
    }

    /// Whether the source is a camera on the network, whose frames are of now.
    public var isLive: Bool {
        ["rtsp://", "rtsps://", "http://", "https://"].contains { location.hasPrefix($0) }
    }
}

/// A user name and a password.
///
/// Its description does not show the password.
public struct Credentials: Codable, Hashable, Sendable {
    /// The user name.
    public var user: String
    /// The password.
    public var password: Secret

    /// Makes credentials.
    public init(user: String, password: Secret) {
        self.user = user
        self.password = password
    }
}

/// A text that can't be printed by accident: every description of it is `•••`.
///
/// It is coded in clear, because the sampler needs it: encode it only to the sampler.
public struct Secret: Codable, Hashable, Sendable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// The text itself.
    ///
    /// Use it only where it is handed to the camera.
    public let revealed: String

    /// Wraps a text.
    public init(_ text: String) { revealed = text }

    /// Reads the text from a single string.
    public init(from decoder: any Decoder) throws {
        revealed = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the text as a single string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(revealed)
    }

    /// Always `•••`.
    public var description: String { "•••" }
    /// Always `•••`.
    public var debugDescription: String { "•••" }
    /// Shows no children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
