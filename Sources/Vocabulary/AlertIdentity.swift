/// Names an alert by rule, subject and episode, never by a value that can change.
public struct AlertIdentity: Hashable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// What the alert is about.
    public var subject: AlertSubject
    /// Counts how often this rule has fired for this subject, from 1.
    public var episode: Int

    /// Makes an identity.
    public init(rule: RuleID, subject: AlertSubject, episode: Int) {
        self.rule = rule
        self.subject = subject
        self.episode = episode
    }

    /// Makes the identity of a camera's alert.
    public init(rule: RuleID, camera: CameraID, episode: Int) {
        self.init(rule: rule, subject: .camera(camera), episode: episode)
    }

    /// The camera; `nil` when the alert is about a reach.
    public var camera: CameraID? { subject.camera }
}

extension AlertIdentity: CustomStringConvertible {
    /// `rule/camera/episode`, or `rule/reach:name/episode`.
    public var description: String { "\(rule)/\(subject)/\(episode)" }
}

extension AlertIdentity: Codable {
    private enum CodingKeys: String, CodingKey {
        case rule, camera, reach, episode
    }

    /// Reads an object with `camera` or `reach`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let reach = try container.decodeIfPresent(ReachID.self, forKey: .reach)
        self.init(
            rule: try container.decode(RuleID.self, forKey: .rule),
            subject: try reach.map(AlertSubject.reach)
                ?? .camera(container.decode(CameraID.self, forKey: .camera)),
            episode: try container.decode(Int.self, forKey: .episode))
    }

    /// Writes an object with `camera` or `reach`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rule, forKey: .rule)
        try container.encodeIfPresent(subject.camera, forKey: .camera)
        try container.encodeIfPresent(subject.reach, forKey: .reach)
        try container.encode(episode, forKey: .episode)
    }
}
