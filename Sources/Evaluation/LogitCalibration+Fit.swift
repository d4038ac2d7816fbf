public import Vocabulary

extension LogitCalibration {
    /// Clicks of each kind that a fit needs at least.
    public static let clicksMin = 3
    /// Clicks of each kind that are advised: with fewer, single ones weigh much.
    public static let clicksAdvised = 10

    /// Why clicks give no calibration.
    public enum Refusal: Error, Hashable, Sendable {
        /// There are too few of one kind.
        case tooFewClicks(vegetation: Int, water: Int)
        /// The model takes the water of most pairs of clicks for more like vegetation than the
        /// vegetation.
        case contradictory(orderedShare: Double)
        /// The best calibration misjudges more clicks than the model as it is.
        case noBetter(misjudgedBefore: Int, misjudgedAfter: Int)
    }

    /// Fits a calibration to the logits at clicked places.
    ///
    /// It is logistic regression on one variable with normal priors, slope 1 ± 0.5 and offset
    /// 0 ± 1.25, so that the limits lie two standard deviations away; vegetation and water weigh the
    /// same, however many clicks each has. The sum is convex, so Newton's method finds its minimum;
    /// where that lies outside the limits, the minimum is on their border.
    ///
    /// - Parameters:
    ///   - vegetation: Logits of the model as it is, where a person sees vegetation.
    ///   - water: The same where a person sees open water.
    public static func fit(
        vegetation: [Double], water: [Double]
    ) throws(Refusal) -> LogitCalibration {
        guard vegetation.count >= clicksMin, water.count >= clicksMin else {
            throw .tooFewClicks(vegetation: vegetation.count, water: water.count)
        }
        let ordered = orderedShare(vegetation, water)
        guard ordered > 0.5 else { throw .contradictory(orderedShare: ordered) }
        let fitted = CalibrationLoss(vegetation: vegetation, water: water).minimum()
        let before = identity.misjudged(vegetation, water)
        let after = fitted.misjudged(vegetation, water)
        guard after <= before else {
            throw .noBetter(misjudgedBefore: before, misjudgedAfter: after)
        }
        return fitted
    }

    /// How many clicks fall on the wrong side.
    public func misjudged(_ vegetation: [Double], _ water: [Double]) -> Int {
        vegetation.count { corrected($0) <= 0 } + water.count { corrected($0) > 0 }
    }

    /// Share of the pairs of a vegetation and a water click of which the vegetation has the larger
    /// logit (the area under the ROC curve); equal ones count half.
    private static func orderedShare(_ vegetation: [Double], _ water: [Double]) -> Double {
        let ordered = vegetation.reduce(0.0) { sum, plant in
            water.reduce(sum) { $0 + (plant > $1 ? 1 : plant == $1 ? 0.5 : 0) }
        }
        return ordered / Double(vegetation.count * water.count)
    }
}

extension LogitCalibration.Refusal: CustomStringConvertible {
    /// What is wrong with the clicks and what to do.
    public var description: String {
        switch self {
        case .tooFewClicks(let vegetation, let water):
            "there are \(vegetation) clicks on vegetation and \(water) on water; a calibration "
                + "needs \(LogitCalibration.clicksMin) of each, better "
                + "\(LogitCalibration.clicksAdvised)"
        case .contradictory:
            "the clicks contradict the model: it finds the water clicks more like vegetation than "
                + "the vegetation clicks; check that the two are not exchanged"
        case .noBetter(let before, let after):
            "the clicks contradict one another: the best calibration misjudges \(after) of them, "
                + "the model as it is \(before); check the clicks, or do without a calibration"
        }
    }
}
