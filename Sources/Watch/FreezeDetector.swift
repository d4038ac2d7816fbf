public import Vocabulary

/// Notices that a camera sends the same picture again and again.
///
/// Water is never still and sensors have noise, so two pictures that are equal to the last bit are
/// one picture, and so are two that differ by what encoding anew makes of one. A camera may well
/// repeat one for a moment; after a minute it hangs.
public struct FreezeDetector: Codable, Hashable, Sendable {
    /// How long a picture may stay the same.
    public static let tolerance = Duration.seconds(60)

    /// Mean |change| of luma, in codes, below which two pictures are one that was encoded twice.
    ///
    /// From look to look real rivers change by 1.6 and more, rendered ones by 0.8 and more;
    /// encoding anew changes one by 0.46 at most.
    public static let changeMax = 0.5

    private var lastSeen: FrameFingerprint?
    private var repeats = 0

    /// Makes a detector that has seen nothing.
    public init() {}

    /// Whether the picture has come before, so that the next look should take more than one.
    public var isSuspicious: Bool { repeats > 0 }

    /// Takes the hash of the next look's picture.
    ///
    /// - Parameters:
    ///   - change: Mean |change| of luma since the look before, where that is known.
    ///   - distinctPictures: How many different pictures the look held: a burst that moves proves
    ///     that the camera is alive, even when it begins with a picture that was seen before.
    ///   - time: When the picture was captured.
    /// - Returns: How long the picture has been the same, once that is longer than ``tolerance``.
    public mutating func frozenFor(
        pictureHash: UInt64, change: Double? = nil, distinctPictures: Int = 1, at time: Timestamp
    ) -> Duration? {
        let hasCome = lastSeen.map { last in
            last.hash == pictureHash || (change ?? .infinity) < Self.changeMax
        }
        guard let lastSeen, hasCome == true, distinctPictures < 2 else {
            lastSeen = FrameFingerprint(hash: pictureHash, firstSeen: time)
            repeats = hasCome == true ? 1 : 0
            return nil
        }
        self.lastSeen?.hash = pictureHash
        repeats += 1
        let length = time - lastSeen.firstSeen
        return length >= Self.tolerance ? length : nil
    }
}
