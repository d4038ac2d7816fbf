/// An address with a scheme, taken apart as far as the configuration must know it (RFC 3986 §3).
struct URLParts {
    let text: String
    /// In lower case.
    let scheme: String
    let host: String
    let port: String?
    /// Whether something stands in the address that may be a secret.
    ///
    /// A password may hold `/`, `?` or `#` unescaped, so any `@` counts as the end of one.
    var holdsSecret: Bool { hasAt || namesPassword }

    private let hasAt: Bool

    /// Takes an address apart.
    ///
    /// - Returns: `nil` for a text without a scheme, which is a path.
    init?(_ text: String) {
        let marker = Array("://".utf8)
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes[colon...].starts(with: marker)
        else { return nil }
        scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard scheme.allSatisfy({ $0.isLetter || $0.isNumber }) else { return nil }
        let rest = bytes[(colon + marker.count)...]
        let at = rest.lastIndex(of: UInt8(ascii: "@"))
        let authority = rest[(at.map { $0 + 1 } ?? rest.startIndex)...]
            .prefix { !"/?#".utf8.contains($0) }
        self.text = scheme + String(decoding: bytes[colon...], as: UTF8.self)
        (host, port) = Self.hostAndPort(authority)
        hasAt = at != nil
    }

    /// The address without the parts that may hold a secret.
    ///
    /// Who forgets the host writes a user and a password in its place, so the host is shown only when
    /// it can be one.
    var redacted: String {
        let isCertain =
            hasHost && (port.map { UInt32($0) != nil } ?? true) && !(hasAt && namesPassword)
        guard isCertain else { return "\(scheme)://…" }
        return "\(scheme)://\(hasAt ? "•••@" : "")\(host)\(port.map { ":\($0)" } ?? "")/…"
    }

    /// Whether there is a host, the port is one, and no character breaks the address apart.
    var isWellFormed: Bool {
        guard hasHost, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return false }
        guard let port else { return true }
        return UInt16(port).map { $0 > 0 } ?? false
    }

    /// Whether the host is a name or a numeric address.
    private var hasHost: Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return IPAddress(host.dropFirst().dropLast()) != nil
        }
        return !host.isEmpty
            && host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
    }

    /// Whether the address gives a password by name, as in `?user=admin&password=tulip`.
    private var namesPassword: Bool {
        guard text.utf8.contains(UInt8(ascii: "=")) else { return false }
        let lowercased = text.lowercased()
        return ["password=", "passwd=", "pwd=", "pass="].contains { name in
            lowercased.split(separator: name, omittingEmptySubsequences: false).dropFirst()
                .contains { $0.first.map { !"&/?#;".contains($0) } ?? false }
        }
    }

    private static func hostAndPort(_ authority: ArraySlice<UInt8>) -> (String, String?) {
        let afterBracket =
            authority.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? authority.startIndex
        let colon = authority[afterBracket...].lastIndex(of: UInt8(ascii: ":"))
        let host = authority[..<(colon ?? authority.endIndex)]
        return (
            String(decoding: host, as: UTF8.self),
            colon.map { String(decoding: authority[($0 + 1)...], as: UTF8.self) }
        )
    }
}
