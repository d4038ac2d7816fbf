internal import Vocabulary

/// The parts of a camera's address, and the two forms in which it leaves: for people and for FFmpeg.
package struct CameraAddress: Hashable, Sendable {
    /// The schemes that are opened.
    package enum Scheme: String, Hashable, Sendable {
        case rtsp, rtsps, http, https
    }

    /// How the camera is spoken to.
    package let scheme: Scheme
    /// Name or numeric address, without the brackets of IPv6.
    package let host: String
    /// The port, where the address names one.
    package let port: UInt16?
    /// What follows the host: path and query.
    package let pathAndQuery: String
    private let userInformation: String?

    /// Takes an address apart.
    ///
    /// - Returns: `nil` when it has none of the schemes, no host, or a port that is no number.
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<separator.lowerBound].lowercased())
        else { return nil }
        let rest = text[separator.upperBound...]
        let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var authority = rest[..<authorityEnd]
        if let at = authority.lastIndex(of: "@") {
            userInformation = String(authority[..<at])
            authority = authority[authority.index(after: at)...]
        } else {
            userInformation = nil
        }
        guard let (host, port) = Self.hostAndPort(authority),
            !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
        else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port
        pathAndQuery = String(rest[authorityEnd...].prefix { $0 != "#" })
    }

    /// The address for messages: without user, password and query.
    package var displayName: String {
        let path = pathAndQuery.prefix { $0 != "?" }
        let query = path.count < pathAndQuery.count ? "?…" : ""
        return "\(scheme.rawValue)://\(Self.bracketed(host))\(portText)\(path)\(query)"
    }

    /// Host and port as the `Host` header of HTTP wants them.
    package var hostHeader: String { Self.bracketed(host) + portText }

    /// The file ending of the path in lower case, without the dot; empty when there is none.
    package var pathExtension: String {
        let name = pathAndQuery.prefix { $0 != "?" }.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The address that is handed to FFmpeg and never shown.
    ///
    /// - Parameters:
    ///   - credentials: Put in percent-encoded; they take the place of any in the address.
    ///   - address: Numeric address to connect to in place of the host.
    func privateURL(credentials: Credentials?, address: String?) -> String {
        var user = userInformation.map { "\($0)@" } ?? ""
        if let credentials {
            let name = Self.percentEncoded(credentials.user)
            user = "\(name):\(Self.percentEncoded(credentials.password.revealed))@"
        }
        let target = Self.bracketed(address ?? host)
        return "\(scheme.rawValue)://\(user)\(target)\(portText)\(pathAndQuery)"
    }

    private var portText: String { port.map { ":\($0)" } ?? "" }

    private static func hostAndPort(_ authority: Substring) -> (String, UInt16?)? {
        let host: Substring
        let rest: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            rest = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
        }
        guard !host.isEmpty else { return nil }
        guard let colon = rest.first else { return (String(host), nil) }
        guard colon == ":", let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
        return (String(host), port)
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
    }

    /// Keeps the unreserved characters of RFC 3986, section 2.3, and encodes every other byte.
    private static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }
}
