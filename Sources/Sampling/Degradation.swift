/// What is wrong with a frame that is still good enough to be measured.
///
/// Each fault makes the standard deviation of the measured coverage larger, so that whoever judges
/// the growth trusts the sample less.
public struct Degradation: Hashable, Sendable {
    /// Share of the zone that is glare, 0…1.
    public var glareShare = 0.0
    /// Sharpness over that of the known view; 1 where no view is known.
    public var sharpnessRatio = 1.0
    /// ``PictureDetail/blockiness`` of the picture.
    public var blockiness = 1.0
    /// How far the camera has turned from the known view, as a share of the picture's width.
    public var shiftShare = 0.0

    /// Makes a frame without fault.
    public init() {}

    /// Glare below this share is passed over.
    public static let glareMin = 0.1
    /// Sharpness ratio from which a frame counts as sharp.
    public static let sharpRatio = 0.6
    /// Blockiness from which compression shows.
    public static let blockinessMin = 1.6

    /// Adds what a comparison with the known view has shown.
    mutating func add(_ comparison: SceneComparison, width: Int, height: Int) {
        sharpnessRatio = comparison.sharpnessRatio
        shiftShare = comparison.shiftShare(width: width, height: height)
        // What is less than the zone's tolerance is the comparison's own noise.
        if shiftShare * Double(width) <= SceneComparison.zoneToleranceInPixels { shiftShare = 0 }
    }

    /// How many times larger the standard deviation becomes, 1 or more.
    ///
    /// The product of
    /// - (1 + 3g) / (1 + 3u) for a share g of glare above 0.1 that is larger than the unseen share
    ///   u, for which the coverage meter has made the deviation larger already;
    /// - 1 + 2 (0.6 − r) / 0.25 for a sharpness ratio r below 0.6: 3 at 0.35;
    /// - 1 + (b − 1.6) / 3.4 for a blockiness b above 1.6: 2 at 5;
    /// - 1 + s / 0.01 for a shift by a share s of the width: 2 at 1 %.
    ///
    /// - Parameter visibleShare: The share of the zone that could be judged.
    public func sigmaFactor(visibleShare: Double) -> Double {
        glareFactor(unseenShare: 1 - visibleShare) * blurFactor * blockFactor
            * (1 + shiftShare / QualityGate.shiftShareMax)
    }

    private func glareFactor(unseenShare: Double) -> Double {
        guard glareShare > Self.glareMin else { return 1 }
        let counted = unseenShare > Self.glareMin ? unseenShare : 0
        return max(1, (1 + 3 * glareShare) / (1 + 3 * counted))
    }

    private var blurFactor: Double {
        1 + 2 * max(0, Self.sharpRatio - sharpnessRatio)
            / (Self.sharpRatio - QualityGate.sharpnessRatioMin)
    }

    private var blockFactor: Double {
        1 + max(0, blockiness - Self.blockinessMin)
            / (QualityGate.blockinessMax - Self.blockinessMin)
    }
}
