/// The section `network`: `{allow: [10.0.0.0/8]}`.
enum NetworkSection {
    static var shape: Shape<NetworkPolicy> {
        Shape { source in
            guard var keys = MappingReader(source, "the network") else { return nil }
            let allow = keys.required(
                "allow", .list(of: .network, called: "a list of networks"),
                example: "allow: [10.0.0.0/8]")
            keys.finish()
            return NetworkPolicy(allow: allow)
        }
    }
}

extension Shape where Value == IPNetwork {
    /// A block of addresses in CIDR notation.
    fileprivate static var network: Shape {
        .scalar("a network", example: "a network such as 10.0.0.0/8") { text throws(Misreading) in
            do throws(IPNetwork.Misreading) {
                return try IPNetwork(parsing: text)
            } catch {
                throw Misreading(error, in: text)
            }
        }
    }
}

extension Misreading {
    fileprivate init(_ reason: IPNetwork.Misreading, in text: String) {
        switch reason {
        case .badAddress:
            message = "'\(text)' is not a network"
            suggestion = "write a numeric IPv4 or IPv6 network such as 10.0.0.0/8"
        case .badLength(let most):
            message = "the length after '/' in '\(text)' is wrong"
            suggestion = "write a length from 0 to \(most)"
        case .hostBits(let intended):
            message = "'\(text)' has bits set after its length"
            suggestion = "did you mean \(intended)?"
        }
    }
}
