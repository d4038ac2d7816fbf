public import Vocabulary

/// What a rule does differently at some cameras.
public struct RuleOverride: Codable, Hashable, Sendable {
    /// The tags of those cameras.
    public var tags: TagMatcher
    /// Those cameras by name; empty for all that have the tags.
    public var cameras: Set<CameraID>
    /// What is different there.
    public var change: RuleChange
    /// Whether the rule does not hold there at all.
    public var isOff: Bool

    /// Makes an override.
    public init(
        tags: TagMatcher = .all, cameras: Set<CameraID> = [], change: RuleChange = RuleChange(),
        isOff: Bool = false
    ) {
        self.tags = tags
        self.cameras = cameras
        self.change = change
        self.isOff = isOff
    }

    /// Whether it is meant for a camera with these tags.
    public func matches(_ camera: CameraID?, tags cameraTags: [String: String]) -> Bool {
        (cameras.isEmpty || camera.map(cameras.contains) ?? false) && tags.matches(cameraTags)
    }
}

extension AlertRule {
    /// The rule as it holds for a camera; `nil` when it is not for it.
    ///
    /// The first override that matches takes effect, and no other.
    ///
    /// - Parameter camera: The camera; `nil` for a reach, which has tags alone.
    public func resolved(for camera: CameraID?, tags: [String: String]) -> AlertRule? {
        guard match.matches(tags) else { return nil }
        var rule = self
        rule.overrides = []
        guard let override = overrides.first(where: { $0.matches(camera, tags: tags) }) else {
            return rule
        }
        guard !override.isOff else { return nil }
        rule.apply(override.change)
        return rule
    }
}

extension Sequence<AlertRule> {
    /// The rules as they hold for a camera with these tags, in their order.
    ///
    /// - Parameter camera: The camera; `nil` for a reach, which has tags alone.
    public func applying(to camera: CameraID?, tags: [String: String]) -> [AlertRule] {
        compactMap { $0.resolved(for: camera, tags: tags) }
    }
}
