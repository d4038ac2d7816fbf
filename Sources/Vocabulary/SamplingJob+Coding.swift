extension FrameSelection: Codable {
    private enum CodingKeys: String, CodingKey {
        case keyframes, keyframe, mediaSeconds
    }

    private static let everyKeyframeText = "everyKeyframe"

    /// Reads `{"keyframes": 3}`, `"everyKeyframe"`, `{"keyframe": 5}` or `{"mediaSeconds": 12.5}`.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard text == Self.everyKeyframeText else { throw Self.unknownSelection(decoder) }
            self = .everyKeyframe
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.allKeys.count == 1 else { throw Self.unknownSelection(decoder) }
        if let count = try container.decodeIfPresent(Int.self, forKey: .keyframes) {
            guard count > 0 else {
                throw DecodingError.dataCorruptedError(
                    forKey: .keyframes, in: container,
                    debugDescription: "a burst takes one keyframe or more, not \(count)")
            }
            self = .burst(count: count)
        } else if let index = try container.decodeIfPresent(Int.self, forKey: .keyframe) {
            guard index >= 0 else {
                throw DecodingError.dataCorruptedError(
                    forKey: .keyframe, in: container,
                    debugDescription: "keyframes are counted from 0; there is no \(index)")
            }
            self = .keyframe(index: index)
        } else {
            let seconds = try container.decode(Double.self, forKey: .mediaSeconds)
            guard seconds >= 0 else {
                throw DecodingError.dataCorruptedError(
                    forKey: .mediaSeconds, in: container,
                    debugDescription: "media time begins at 0; there is no \(seconds)")
            }
            self = .mediaTime(seconds: seconds)
        }
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        if case .everyKeyframe = self {
            var container = encoder.singleValueContainer()
            try container.encode(Self.everyKeyframeText)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .burst(let count): try container.encode(count, forKey: .keyframes)
        case .keyframe(let index): try container.encode(index, forKey: .keyframe)
        case .mediaTime(let seconds): try container.encode(seconds, forKey: .mediaSeconds)
        case .everyKeyframe: break
        }
    }

    private static func unknownSelection(_ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(
            DecodingError.Context(
                codingPath: decoder.codingPath,
                debugDescription: """
                    a selection is {"keyframes": N}, "everyKeyframe", {"keyframe": N} or \
                    {"mediaSeconds": S}
                    """))
    }
}
