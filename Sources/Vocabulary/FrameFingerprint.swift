/// A short print of a picture: equal prints mean that the same picture came again.
public struct FrameFingerprint: Hashable, Sendable {
    /// A hash over the luma of the picture.
    public var hash: UInt64
    /// When this same picture was first seen.
    public var firstSeen: Timestamp

    /// Makes a fingerprint.
    public init(hash: UInt64, firstSeen: Timestamp) {
        self.hash = hash
        self.firstSeen = firstSeen
    }
}

extension FrameFingerprint: Codable {
    private enum CodingKeys: String, CodingKey {
        case hash, firstSeen
    }

    /// Reads `{"hash": "00ff…", "firstSeen": "2026-…"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        hash = try container.decodeHash(forKey: .hash)
        firstSeen = try container.decode(Timestamp.self, forKey: .firstSeen)
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeHash(hash, forKey: .hash)
        try container.encode(firstSeen, forKey: .firstSeen)
    }
}
