import Imaging
import Vocabulary

extension QualityGate {
    /// Resemblance below which a picture shows another place.
    ///
    /// Maps of the same view correlate by 0.35 and more even from dusk to night, those of different
    /// views by 0.16 at most.
    public static let resemblanceMin = 0.25
    /// Contrast over that of the known view below which a picture shows little.
    public static let contrastRatioMin = 0.35
    /// Part of the land that may be hidden.
    public static let blankShareMax = 0.4
    /// Resemblance below which a picture that is not sharp either is not judged.
    private static let unlikeMax = SceneMemory.noveltyMax
    /// Resemblance below which even a picture that is not sharp shows another place.
    private static let hazyResemblanceMin = 0.18
    /// Gradient of a picture that is sharp somewhere, as where the camera looks at the sky.
    private static let sharpSomewhereGradient = 3.0
    /// Contrast over that of the known view below which a bright grey picture is foggy.
    private static let foggyContrastRatio = 0.5
    /// Blockiness from which a lack of sharpness is the encoder's doing.
    private static let codedBlockiness = 1.55

    /// Judges a picture by the known view that it resembles most.
    ///
    /// - Parameters:
    ///   - comparison: With the views of a memory that is settled.
    ///   - statistics: Of the same frame.
    ///   - width: Width of the picture in luma pixels.
    ///   - height: Height of the picture in luma pixels.
    /// - Returns: The first fault found, or `nil` when the frame is good.
    public static func judge(
        _ comparison: SceneComparison, _ statistics: FrameStatistics, width: Int, height: Int
    ) -> Refusal? {
        guard comparison.correlation >= resemblanceMin else {
            return otherScene(comparison, statistics)
        }
        if !isInPlace(comparison, width, height) { return moved(comparison, width, height) }
        return clarity(comparison, statistics)
    }

    /// Judges whether the known view is seen clearly, and all of it.
    private static func clarity(
        _ comparison: SceneComparison, _ statistics: FrameStatistics
    ) -> Refusal? {
        if comparison.blankShare > blankShareMax, comparison.landLuma < coveredLuma {
            return partlyBlocked(comparison)
        }
        let isVeiled = comparison.contrastRatio < contrastRatioMin
        let isUnlike =
            comparison.correlation < unlikeMax
            && comparison.sharpnessRatio < Degradation.sharpRatio
        guard comparison.sharpnessRatio < sharpnessRatioMin || isVeiled || isUnlike else {
            return comparison.blankShare > blankShareMax ? partlyBlocked(comparison) : nil
        }
        let figures =
            "its sharpness is \(percent(comparison.sharpnessRatio)) and its contrast "
            + "\(percent(comparison.contrastRatio)) of the known view's."
        if statistics.detail.blockiness > codedBlockiness {
            return Refusal(reason: .compression, detail: "The encoder left no detail: " + figures)
        }
        return Refusal(
            reason: .blurred, detail: "Fog, dirt or lost focus hides the picture: " + figures)
    }

    private static func partlyBlocked(_ comparison: SceneComparison) -> Refusal {
        Refusal(
            reason: .blocked,
            detail: "Something hides \(percent(comparison.blankShare)) of the land, more than "
                + "\(percent(blankShareMax)).")
    }

    /// The weather that takes the colour from a picture; `nil` where it is night.
    ///
    /// - Parameters:
    ///   - comparison: With the known view.
    ///   - freshStreakShare: The share of pixels under streaks that have come since the frame
    ///     before; `nil` for a first frame.
    public static func greyWeather(
        _ comparison: SceneComparison, freshStreakShare: Double?
    ) -> Refusal? {
        if let fog = fog(comparison) { return fog }
        let isDay = comparison.landLuma >= coveredLuma
        let isVeiled = comparison.contrastRatio < veilContrastRatio
        guard isDay, isVeiled else { return nil }
        return judge(freshStreakShare: freshStreakShare, comparison)
    }

    /// Whether a picture without colour lacks it because of fog, and not because it is night.
    ///
    /// An infrared lamp gives a picture of its own contrast; fog takes contrast and detail alike.
    public static func fog(_ comparison: SceneComparison) -> Refusal? {
        guard comparison.sharpnessRatio < sharpnessRatioMin,
            comparison.contrastRatio < foggyContrastRatio, comparison.landLuma >= coveredLuma
        else { return nil }
        return Refusal(
            reason: .blurred,
            detail: "Fog hides the picture: its sharpness is \(percent(comparison.sharpnessRatio))"
                + " and its contrast \(percent(comparison.contrastRatio)) of the known view's.")
    }

    /// Whether the zone can be brought back onto its water.
    static func isInPlace(_ comparison: SceneComparison, _ width: Int, _ height: Int) -> Bool {
        comparison.shiftShare(width: width, height: height) <= shiftShareMax
            && comparison.distortion <= shiftShareMax
    }

    private static func otherScene(
        _ comparison: SceneComparison, _ statistics: FrameStatistics
    ) -> Refusal {
        let figures =
            "its resemblance to the known view is \(hundredths(comparison.correlation))"
            + ", less than \(hundredths(resemblanceMin))."
        let isUnsharp =
            comparison.correlation >= hazyResemblanceMin
            && comparison.sharpnessRatio < Degradation.sharpRatio
        let isBlank =
            comparison.contrastRatio < contrastRatioMin
            && (comparison.landLuma < coveredLuma
                || statistics.detail.gradient < sharpSomewhereGradient)
        guard isBlank || isUnsharp else {
            return Refusal(
                reason: .sceneChanged,
                detail: "The picture shows another place: " + figures
                    + " If the new view is right, approve it.")
        }
        // A covered lens is darker than what it saw; fog is as bright or brighter.
        return Refusal(
            reason: comparison.landLuma < coveredLuma ? .blocked : .blurred,
            detail: "The picture shows hardly anything: " + figures)
    }

    private static func moved(
        _ comparison: SceneComparison, _ width: Int, _ height: Int
    ) -> Refusal {
        let share = comparison.shiftShare(width: width, height: height)
        var detail = "The camera has turned: the picture has moved by \(hundredths(share * 100)) %"
        detail +=
            share > shiftShareMax
            ? " of its width, more than \(percent(shiftShareMax))."
            : " of its width, and by another amount on the other side."
        if let shift = comparison.shift {
            let x = Int((shift.x * Double(width)).rounded())
            let y = Int((shift.y * Double(height)).rounded())
            detail += " That is \(x) pixels to the right and \(y) down."
        }
        return Refusal(
            reason: .moved, detail: detail + " Turn it back, or draw the zone anew and approve it.")
    }

    private static func hundredths(_ value: Double) -> String {
        "\((value * 100).rounded() / 100)"
    }
}
