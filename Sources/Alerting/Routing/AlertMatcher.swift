public import Vocabulary

/// Chooses alerts by what they are and by their camera's tags.
///
/// All five must agree; one that is empty agrees with everything.
public struct AlertMatcher: Hashable, Sendable {
    /// Tags of the camera.
    public var tags: TagMatcher
    /// Accepted severities.
    public var severities: Set<Severity>
    /// Accepted kinds of rule.
    public var kinds: Set<AlertKind>
    /// Accepted rules.
    public var rules: Set<RuleID>
    /// Accepted cameras.
    public var cameras: Set<CameraID>

    /// Makes a matcher.
    public init(
        tags: TagMatcher = .all, severities: Set<Severity> = [], kinds: Set<AlertKind> = [],
        rules: Set<RuleID> = [], cameras: Set<CameraID> = []
    ) {
        self.tags = tags
        self.severities = severities
        self.kinds = kinds
        self.rules = rules
        self.cameras = cameras
    }

    /// Accepts every alert.
    public static let all = AlertMatcher()

    /// Whether an alert of a camera with these tags is chosen.
    public func matches(_ event: AlertEvent, tags cameraTags: [String: String]) -> Bool {
        (severities.isEmpty || severities.contains(event.severity))
            && (kinds.isEmpty || kinds.contains(event.kind))
            && (rules.isEmpty || rules.contains(event.identity.rule))
            && (cameras.isEmpty || event.identity.camera.map(cameras.contains) ?? false)
            && tags.matches(cameraTags)
    }
}

extension AlertMatcher: Codable {
    private enum CodingKeys: String, CodingKey {
        case tags, severities, kinds, rules, cameras
    }

    /// Reads an object; a key that is absent accepts everything.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        tags = try container.decodeIfPresent(TagMatcher.self, forKey: .tags) ?? .all
        severities =
            try container.decodeIfPresent(Set<Severity>.self, forKey: .severities) ?? []
        kinds = try container.decodeIfPresent(Set<AlertKind>.self, forKey: .kinds) ?? []
        rules = try container.decodeIfPresent(Set<RuleID>.self, forKey: .rules) ?? []
        cameras = try container.decodeIfPresent(Set<CameraID>.self, forKey: .cameras) ?? []
    }

    /// Writes an object whose lists are in order, so that equal matchers give equal bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tags, forKey: .tags)
        try container.encode(severities.sorted(), forKey: .severities)
        try container.encode(
            kinds.sorted { $0.rawValue < $1.rawValue }, forKey: .kinds)
        try container.encode(rules.sorted(), forKey: .rules)
        try container.encode(cameras.sorted(), forKey: .cameras)
    }
}
