/// Chooses cameras by their tags.
///
/// Every tag that is named must be there with one of its accepted values. An empty matcher accepts
/// every camera.
///
/// Coded as `{"district": ["liwan", "yuexiu"], "kind": ["lock"]}`, values in order; a single value
/// may stand without brackets.
public struct TagMatcher: Hashable, Sendable {
    /// The accepted values of each tag that matters.
    public var accepted: [String: Set<String>]

    /// Makes a matcher from the accepted values of each tag.
    public init(_ accepted: [String: Set<String>] = [:]) { self.accepted = accepted }

    /// Accepts every camera.
    public static let all = TagMatcher()

    /// Whether a camera with these tags is chosen.
    public func matches(_ tags: [String: String]) -> Bool {
        accepted.allSatisfy { name, values in tags[name].map(values.contains) ?? false }
    }
}

extension TagMatcher: Codable {
    /// Reads an object of tags, each with one value or a list of values.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        accepted = try container.decode([String: OneOrMore].self).mapValues { $0.values }
    }

    /// Writes an object of tags, each with its values in order.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(accepted.mapValues { $0.sorted() })
    }

    private struct OneOrMore: Decodable {
        let values: Set<String>

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(String.self) {
                values = [value]
            } else {
                values = try container.decode(Set<String>.self)
            }
        }
    }
}
