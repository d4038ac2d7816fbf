import Vocabulary

/// How a picture compares with the known view that it resembles most.
public struct SceneComparison: Hashable, Sendable {
    /// How far the picture's content has moved since the zone was drawn.
    public struct Shift: Hashable, Sendable {
        /// To the right, as a share of the picture's width.
        public var x: Double
        /// Downwards, as a share of the picture's height.
        public var y: Double

        /// Makes a shift.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Which of the known views it is.
    public var viewIndex: Int
    /// Resemblance on the land with the picture put back in its place, −1…1.
    public var correlation: Double
    /// How far the camera has turned; `nil` where that can't be told.
    public var shift: Shift?
    /// How much farther one half of the land has moved than the other, as a share of the width.
    ///
    /// It shows that the camera has rolled or zoomed; 0 where that can't be told.
    public var distortion: Double
    /// Sharpness of the land over that of the view.
    public var sharpnessRatio: Double
    /// Contrast of the land, relative to its luma, over that of the view.
    public var contrastRatio: Double
    /// Share of the land with structure in the view that is blank in the picture.
    public var blankShare: Double
    /// Mean luma of the land, in native codes.
    public var landLuma: Double

    /// Makes a comparison from its figures.
    public init(
        viewIndex: Int = 0, correlation: Double, shift: Shift? = nil, distortion: Double = 0,
        sharpnessRatio: Double = 1, contrastRatio: Double = 1, blankShare: Double = 0,
        landLuma: Double = 128
    ) {
        self.viewIndex = viewIndex
        self.correlation = correlation
        self.shift = shift
        self.distortion = distortion
        self.sharpnessRatio = sharpnessRatio
        self.contrastRatio = contrastRatio
        self.blankShare = blankShare
        self.landLuma = landLuma
    }

    /// The shift as a share of the picture's width, whatever its direction.
    ///
    /// - Parameters:
    ///   - width: Width of the picture in luma pixels.
    ///   - height: Height of the picture in luma pixels.
    public func shiftShare(width: Int, height: Int) -> Double {
        guard let shift, width > 0 else { return 0 }
        let down = shift.y * Double(height) / Double(width)
        return (shift.x * shift.x + down * down).squareRoot()
    }

    /// Whole chroma pixels by which the zone has to be moved to lie on the same water again.
    ///
    /// 0 for shifts of up to ``zoneToleranceInPixels``.
    public func zoneShift(width: Int, height: Int) -> (x: Int, y: Int) {
        guard let shift,
            shiftShare(width: width, height: height) * Double(width) > Self.zoneToleranceInPixels
        else { return (0, 0) }
        return (
            Int((shift.x * Double(width) / 2).rounded()),
            Int((shift.y * Double(height) / 2).rounded())
        )
    }

    /// Pixels of the picture by which the zone may lie beside the water.
    public static let zoneToleranceInPixels = 2.0
}
