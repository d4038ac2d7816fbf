public import Vocabulary

/// How the model was corrected for one picture, from clicks drawn from the picture's labels.
public struct PictureCalibration: Hashable, Sendable {
    /// Clicks on vegetation.
    public var vegetationClicks: Int
    /// Clicks on open water.
    public var waterClicks: Int
    /// The correction; `nil` where the clicks gave none and the model judged as it is.
    public var logit: LogitCalibration?

    /// Fits a correction to what the model says at the clicks; those it does not judge are left out.
    public init(_ answers: [ClickLogit]) {
        let judged = answers.filter { $0.logit != nil }
        let vegetation = judged.filter { $0.click.label == .vegetation }.compactMap(\.logit)
        let water = judged.filter { $0.click.label == .water }.compactMap(\.logit)
        vegetationClicks = vegetation.count
        waterClicks = water.count
        logit = try? LogitCalibration.fit(vegetation: vegetation, water: water)
    }
}
