/// Which addresses a camera may have.
///
/// A camera's name must be resolved first, and the very address that was checked must be the one
/// that is connected to: a name may resolve to something else a moment later.
public struct NetworkPolicy: Hashable, Sendable {
    /// The camera networks of the site; `nil` when the file gives none.
    public let allow: [IPNetwork]?

    /// Makes a policy that allows the networks given, or all but ``alwaysSuspect`` for `nil`.
    public init(allow: [IPNetwork]?) { self.allow = allow }

    /// Every address but those where no camera is expected.
    public static let standard = NetworkPolicy(allow: nil)

    /// Whether a camera may have the numeric address given.
    ///
    /// - Returns: `false` also for a text that is not a numeric address.
    public func contains(address text: String) -> Bool {
        guard let address = IPAddress(text) else { return false }
        guard let allow else { return !Self.alwaysSuspect.contains { $0.contains(address) } }
        return allow.contains { $0.contains(address) }
    }

    /// Networks in which no camera stands, used when the site gives no list.
    ///
    /// A web address of a camera could otherwise be used to reach services of the machine itself
    /// or of the cloud that it runs in.
    public static let alwaysSuspect: [IPNetwork] = [
        "0.0.0.0/8",  // "this host" (RFC 1122): Linux connects it to loopback
        "127.0.0.0/8",  // loopback
        "169.254.0.0/16",  // link-local (RFC 3927); cloud metadata
        "100.100.100.200/32",  // cloud metadata of Alibaba Cloud
        "224.0.0.0/4",  // multicast
        "255.255.255.255/32",  // broadcast
        "::/96",  // unspecified, loopback, IPv4-compatible (deprecated)
        "fe80::/10",  // link-local
        "ff00::/8",  // multicast
        "fd00:ec2::/32",  // cloud metadata of AWS
    ].map { text in
        guard let network = IPNetwork(text) else {
            preconditionFailure("'\(text)' in the list of suspect networks is not a network")
        }
        return network
    }
}
