internal import Vocabulary

extension AlertMachine: Codable {
    /// Version of the stored form, written into it.
    ///
    /// Raise it with every change after which an older program would read the state wrongly.
    public static let schemaVersion = 2

    private enum CodingKeys: String, CodingKey {
        case version, phase, episode, spell, asked, alert, newestReading
    }

    /// Reads a stored state.
    ///
    /// Of a state of version 1, which judged by other conditions, the open alert and the count of
    /// episodes are taken over; what was pending begins anew.
    ///
    /// - Throws: `DecodingError` that names the version when this program does not know it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        let version = try container.decodeIfPresent(Int.self, forKey: .version) ?? 1
        switch version {
        case 1:
            let former = try FormerAlertMachine(from: decoder)
            episode = former.episode
            alert = former.alert
            phase = isOpen ? .firing : .ok
        case Self.schemaVersion:
            phase = try container.decode(AlertPhase.self, forKey: .phase)
            episode = try container.decode(Int.self, forKey: .episode)
            spell = try container.decodeIfPresent(Spell.self, forKey: .spell)
            asked = try container.decodeIfPresent(AskedCondition.self, forKey: .asked)
            alert = try container.decodeIfPresent(OpenAlert.self, forKey: .alert)
            newestReading = try container.decodeIfPresent(Timestamp.self, forKey: .newestReading)
            guard AlertTransition.openness(of: phase).contains(isOpen) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .phase, in: container,
                    debugDescription: "an alert that is \(isOpen ? "" : "not ")open can't be "
                        + "\(phase.rawValue)")
            }
        default:
            throw container.unreadableVersion(
                version, forKey: .version, of: "rule",
                readable: "version \(Self.schemaVersion)")
        }
    }

    /// Writes the state with its version.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .version)
        try container.encode(phase, forKey: .phase)
        try container.encode(episode, forKey: .episode)
        try container.encodeIfPresent(spell, forKey: .spell)
        try container.encodeIfPresent(asked, forKey: .asked)
        try container.encodeIfPresent(alert, forKey: .alert)
        try container.encodeIfPresent(newestReading, forKey: .newestReading)
    }
}

/// A rule's state as version 1 wrote it: `{"episode":1,"phase":{"firing":{"_0":{…}}}}`.
private struct FormerAlertMachine: Decodable {
    let episode: Int
    let alert: OpenAlert?

    private enum CodingKeys: String, CodingKey {
        case episode, phase
    }

    private struct Phase: Decodable {
        let firing: Wrapped?
    }

    private struct Wrapped: Decodable {
        let _0: Alert
    }

    private struct Alert: Decodable {
        let kind: AlertKind
        let severity: Severity
        let raise: Double
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        episode = try container.decode(Int.self, forKey: .episode)
        let phase = try container.decode(Phase.self, forKey: .phase)
        alert = phase.firing.map { firing in
            OpenAlert(
                kind: firing._0.kind, severity: firing._0.severity, raise: firing._0.raise,
                told: nil)
        }
    }
}
