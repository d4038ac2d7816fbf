internal import Alerting
internal import Growth
internal import Vocabulary

extension CameraWatch: Codable {
    /// Version of the stored form, written into it.
    ///
    /// Raise it with every change after which an older program would read the state wrongly.
    public static let schemaVersion = 2

    private enum CodingKeys: String, CodingKey {
        case version, camera, growth, machines, freeze, cadence, judgedDay, model, formerCoverage
    }

    /// Reads a stored state.
    ///
    /// A state of version 1 held another estimate of growth. Its open alerts stay open with their
    /// episodes, and all else begins anew.
    ///
    /// - Throws: `DecodingError` that names the version when this program does not know it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decode(Int.self, forKey: .version)
        guard (1...Self.schemaVersion).contains(version) else {
            throw container.unreadableVersion(
                version, forKey: .version, of: "state",
                readable: "up to version \(Self.schemaVersion)")
        }
        self.init(camera: try container.decode(CameraID.self, forKey: .camera))
        machines = try container.decode(RuleMachines.self, forKey: .machines)
        model = try container.decode(String.self, forKey: .model)
        formerCoverage = try container.decodeIfPresent(Double.self, forKey: .formerCoverage)
        guard version > 1 else { return }
        growth = try container.decode(GrowthEstimator.self, forKey: .growth)
        freeze = try container.decode(FreezeDetector.self, forKey: .freeze)
        cadence = try container.decode(SampleCadence.self, forKey: .cadence)
        judgedDay = try container.decodeIfPresent(Int.self, forKey: .judgedDay)
    }

    /// Writes the state with its version.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .version)
        try container.encode(camera, forKey: .camera)
        try container.encode(growth, forKey: .growth)
        try container.encode(machines, forKey: .machines)
        try container.encode(freeze, forKey: .freeze)
        try container.encode(cadence, forKey: .cadence)
        try container.encodeIfPresent(judgedDay, forKey: .judgedDay)
        try container.encode(model, forKey: .model)
        try container.encodeIfPresent(formerCoverage, forKey: .formerCoverage)
    }
}
