import Imaging
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
    /// The part of the zone that may be glare.
    public static let glareShareMax = 0.4
    /// Mean luma of the picture from which it is over-exposed rather than its zone in glare.
    public static let overexposedLuma = 190.0
    /// Gradient below which no picture of a river is sharp.
    public static let gradientMin = 1.0
    /// Gradient and contrast of fog: both are below these.
    public static let fog = (gradient: 2.0, contrast: 8.0)
    /// Gradient below which a picture shows nothing at all.
    public static let emptyGradient = 0.5
    /// Mean luma below which a picture without detail is a covered lens and not fog.
    public static let coveredLuma = 100.0
    /// Blockiness above which blocks hide the picture, where their edges are steps of at least
    /// ``blockEdgeMin`` codes.
    public static let blockinessMax = 5.0
    /// Least mean step of luma at the edges of blocks that hide the picture.
    public static let blockEdgeMin = 4.5
    /// The part of the picture that may be empty or smeared by lost data.
    ///
    /// In whole pictures it is 0.01 at most.
    public static let lostShareMax = 0.025
    /// The part of the picture that may lie under streaks of rain.
    ///
    /// In dry weather it is 0.032 at most, with leaves and glitter in a wind.
    public static let streakShareMax = 0.04
    /// The same where a veil takes contrast from the known view, as heavy rain does.
    public static let veiledStreakShareMax = 0.02
    /// Contrast over that of the known view below which there is a veil.
    public static let veilContrastRatio = 0.6
    /// Sharpness over that of the known view below which a picture is blurred.
    public static let sharpnessRatioMin = 0.35
    /// Share of the picture's width by which the camera may have turned.
    public static let shiftShareMax = 0.01

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
        return exposure(statistics) ?? flatness(statistics) ?? colour(statistics)
            ?? damage(statistics.detail)
    }

    /// The faults of a frame that passed, as far as it shows them by itself.
    public static func degradation(of statistics: FrameStatistics) -> Degradation {
        var degradation = Degradation()
        degradation.glareShare = statistics.glareShare
        degradation.blockiness = statistics.detail.blockiness
        return degradation
    }

    /// Judges by the streaks that have come since the frame before.
    ///
    /// - Parameters:
    ///   - freshStreakShare: The share of pixels that lie on them; `nil` for a first frame.
    ///   - comparison: With the known view, where there is one.
    public static func judge(
        freshStreakShare: Double?, _ comparison: SceneComparison? = nil
    ) -> Refusal? {
        let isVeiled = comparison.map { $0.contrastRatio < veilContrastRatio } ?? false
        let shareMax = isVeiled ? veiledStreakShareMax : streakShareMax
        guard let share = freshStreakShare, share > shareMax else { return nil }
        return Refusal(
            reason: .rain,
            detail:
                "\(decimal(share * 100)) % of the picture lies under streaks of rain, more than "
                + "\(decimal(shareMax * 100)) %.")
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
                    + "\(code(statistics.meanLuma)) of 255.")
        }
        if statistics.glareShare > glareShareMax, statistics.detail.meanLuma < overexposedLuma {
            return Refusal(
                reason: .glare,
                detail: "\(percent(statistics.glareShare)) of the zone is glare, more than "
                    + "\(percent(glareShareMax)).")
        }
        guard statistics.brightShare > 0.5 else { return nil }
        return Refusal(
            reason: .overexposed,
            detail:
                "\(percent(statistics.brightShare)) of the zone is brighter than luma "
                + "\(Int(FrameStatistics.brightLuma)); its mean luma is "
                + "\(code(statistics.meanLuma)) of 255.")
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

    private static func damage(_ detail: PictureDetail) -> Refusal? {
        let lost = detail.emptyShare + detail.smearedShare
        if lost > lostShareMax {
            return Refusal(
                reason: .compression,
                detail:
                    "\(percent(lost)) of the picture is empty or smeared, as where data was lost.")
        }
        guard detail.blockiness > blockinessMax, detail.edgeStep > blockEdgeMin else { return nil }
        return Refusal(
            reason: .compression,
            detail: "The picture falls into blocks: luma steps \(decimal(detail.blockiness)) times "
                + "as much between blocks as within, more than \(decimal(blockinessMax)).")
    }

    private static func flatness(_ statistics: FrameStatistics) -> Refusal? {
        let detail = statistics.detail
        let isFlat = detail.gradient < fog.gradient && detail.contrast < fog.contrast
        guard isFlat || detail.gradient < gradientMin else { return nil }
        let figures =
            "its gradient is \(decimal(detail.gradient)) and its contrast "
            + "\(decimal(detail.contrast)) codes."
        let isEmpty = isFlat || detail.gradient < emptyGradient
        if isEmpty, detail.meanLuma < coveredLuma {
            return Refusal(
                reason: .blocked, detail: "The picture is dark and shows nothing: " + figures)
        }
        return Refusal(reason: .blurred, detail: "The picture has hardly any detail: " + figures)
    }

    /// A code as text; what lies beyond black and white counts as these.
    private static func code(_ luma: Double) -> Int { Int(min(max(luma, 0), 255).rounded()) }

    static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }

    static func decimal(_ value: Double) -> String {
        "\((value * 10).rounded() / 10)"
    }
}
