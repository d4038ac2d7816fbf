internal import Vocabulary

extension GrowthEstimator: Codable {
    /// Version of the stored form, written into it; 1 was that of a straight line through bins.
    public static let schemaVersion = 2

    private enum CodingKeys: String, CodingKey { case version, filter, former, days, open }

    /// Reads a stored state.
    ///
    /// - Throws: `DecodingError` that names the version when this program does not know it.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decodeIfPresent(Int.self, forKey: .version) ?? 1
        guard version == Self.schemaVersion else {
            throw container.unreadableVersion(
                version, forKey: .version, of: "state of growth",
                readable: "version \(Self.schemaVersion)")
        }
        filter = try container.decodeIfPresent(GrowthFilter.self, forKey: .filter)
        former = try container.decodeIfPresent(GrowthFilter.self, forKey: .former)
        days = try container.decode(DailyLevels.self, forKey: .days)
        open = try container.decodeIfPresent(OpenBin.self, forKey: .open)
    }

    /// Writes the state with its version.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.schemaVersion, forKey: .version)
        try container.encodeIfPresent(filter, forKey: .filter)
        try container.encodeIfPresent(former, forKey: .former)
        try container.encode(days, forKey: .days)
        try container.encodeIfPresent(open, forKey: .open)
    }
}
