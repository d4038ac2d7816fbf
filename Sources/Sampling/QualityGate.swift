public import Vocabulary

/// Refuses frames that can't be trusted, before they become samples.
///
/// A refused frame becomes a gap: it never counts as clean water.
public enum QualityGate {
    /// Why a frame is refused, with the figures in one sentence.
    public struct Refusal: Hashable, Sendable {
        /// The kind of fault.
        public var reason: GapReason
        /// The figures behind it, for a person.
        public var detail: String

        /// Makes a refusal.
        public init(reason: GapReason, detail: String) {
            self.reason = reason
            self.detail = detail
        }
    }

    /// Mean |Cb| and |Cr| below which a picture has no colour.
    public static let colourlessChroma = 1.5
    /// The part of the zone that must be visible.
    public static let visibleShareMin = 0.6

    /// Judges a frame before it is segmented.
    ///
    /// A picture that never changes is not found here but where capture times are known
    /// (`Watch/FreezeDetector`).
    ///
    /// - Returns: The first fault found, or `nil` when the frame is good.
    public static func judge(_ statistics: FrameStatistics) -> Refusal? {
        if statistics.zonePixelCount == 0 {
            return Refusal(
                reason: .zoneOutsidePicture, detail: "The zone holds no pixel of this picture.")
        }
        return exposure(statistics) ?? colour(statistics)
    }

    /// Judges after segmentation whether enough of the zone could be seen.
    ///
    /// - Returns: `nil` when at least ``visibleShareMin`` of the zone was visible.
    public static func judge(visibleShare: Double) -> Refusal? {
        guard visibleShare < visibleShareMin else { return nil }
        return Refusal(
            reason: .littleVisible,
            detail:
                "Only \(percent(visibleShare)) of the zone can be judged, "
                + "less than \(percent(visibleShareMin)).")
    }

    /// The median is below a level when more than half of the pixels are.
    private static func exposure(_ statistics: FrameStatistics) -> Refusal? {
        if statistics.darkShare > 0.5 {
            return Refusal(
                reason: .black,
                detail:
                    "\(percent(statistics.darkShare)) of the zone is darker than luma "
                    + "\(Int(FrameStatistics.darkLuma)); its mean luma is "
                    + "\(Int(statistics.meanLuma.rounded())) of 255.")
        }
        guard statistics.brightShare > 0.5 else { return nil }
        return Refusal(
            reason: .overexposed,
            detail:
                "\(percent(statistics.brightShare)) of the zone is brighter than luma "
                + "\(Int(FrameStatistics.brightLuma)); its mean luma is "
                + "\(Int(statistics.meanLuma.rounded())) of 255.")
    }

    private static func colour(_ statistics: FrameStatistics) -> Refusal? {
        let blue = statistics.meanAbsoluteBlueDifference
        let red = statistics.meanAbsoluteRedDifference
        guard blue < colourlessChroma, red < colourlessChroma else { return nil }
        return Refusal(
            reason: .noColour,
            detail:
                "The picture is grey, as in infrared night mode: mean |Cb| is \(decimal(blue)) "
                + "and mean |Cr| is \(decimal(red)), both below \(decimal(colourlessChroma)).")
    }

    private static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }

    private static func decimal(_ value: Double) -> String {
        "\((value * 10).rounded() / 10)"
    }
}
