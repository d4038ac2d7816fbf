/// The reference of
/// ``cellFeatures(_:statisticStride:scene:count:into:featureStride:)``: the formulas, cell by cell.
public func cellFeaturesScalar(
    _ statistics: UnsafePointer<Float>, statisticStride: Int, scene: SceneLevels, count: Int,
    into features: UnsafeMutablePointer<Float>, featureStride: Int
) {
    for cell in 0..<count {
        let known = CellFormulas(
            cell: statistics + cell, stride: statisticStride, scene: scene)
        for feature in CellFeature.allCases {
            features[feature.rawValue * featureStride + cell] = known.value(of: feature)
        }
    }
}

/// What each feature of a cell is.
private struct CellFormulas {
    let cell: UnsafePointer<Float>
    let stride: Int
    let scene: SceneLevels

    subscript(_ statistic: CellStatistic) -> Float { cell[statistic.rawValue * stride] }

    var green: Float { 0 - (self[.blue] + self[.red]) }
    var activity: Float { self[.across] + self[.down] }
    var darkened: Float { self[.luma] + 16 }

    func mean(_ sum: CellStatistic, over weight: CellStatistic) -> Float {
        self[sum] / max(self[weight], 1e-3)
    }

    /// Brings 0…∞ to 0…1, `half` to one half.
    func squash(_ value: Float, half: Float) -> Float { value / (value + half) }

    /// Variance over a window from the means of the squares and of the figure itself.
    func variance(_ squares: CellStatistic, _ sum: CellStatistic) -> Float {
        let middle = mean(sum, over: .weight9)
        return max(mean(squares, over: .weight9) - middle * middle, 0)
    }

    func value(of feature: CellFeature) -> Float {
        switch feature {
        case .luma: self[.luma]
        case .blue: self[.blue]
        case .red: self[.red]
        case .greenRatio: green / darkened
        case .across: squash(self[.across], half: 8)
        case .down: squash(self[.down], half: 8)
        case .green3: mean(.green3, over: .weight3)
        case .activity3: squash(mean(.activity3, over: .weight3), half: 16)
        case .contrast3: mean(.contrast3, over: .weight3)
        case .green9: mean(.green9, over: .weight9)
        case .activity9: squash(mean(.activity9, over: .weight9), half: 16)
        case .lumaSpread9: squash(variance(.lumaSquares9, .luma9), half: 400)
        case .greenSpread9: squash(variance(.greenSquares9, .green9), half: 64)
        default: surroundings(feature)
        }
    }

    private func surroundings(_ feature: CellFeature) -> Float {
        let activity3 = mean(.activity3, over: .weight3)
        return switch feature {
        case .greenAboveLow: green - scene.green.low
        case .greenRank: (green - scene.green.middle) / (scene.green.high - scene.green.low + 2)
        case .lumaRank: (self[.luma] - scene.luma.middle) / (scene.luma.high - scene.luma.low + 8)
        case .greenAboveThreshold: green - scene.greenThreshold
        case .activityRank:
            (activity3 - scene.activity.middle) / (scene.activity.high - scene.activity.low + 3)
        case .activityAboveScene: activity3 / (activity3 + scene.activity.middle + 2)
        default: time(feature)
        }
    }

    private func time(_ feature: CellFeature) -> Float {
        switch feature {
        case .flicker: scene.knowsFlicker ? squash(self[.flicker], half: 4) : 0
        case .flickerRatio: scene.knowsFlicker ? self[.flicker] / (activity + 2) : 0
        case .flickerKnown: scene.knowsFlicker ? 1 : 0
        default: mirror(feature)
        }
    }

    private func mirror(_ feature: CellFeature) -> Float {
        guard scene.knowsMirror else { return feature == .mirrorActivity ? 0.5 : 0 }
        let known = self[.mirrorKnown]
        let own = mean(.mirrorOwnLuma, over: .mirrorWeight)
        let image = mean(.mirrorLuma, over: .mirrorWeight)
        let ownActivity = mean(.mirrorOwnActivity, over: .mirrorWeight)
        let imageActivity = mean(.mirrorActivity, over: .mirrorWeight)
        switch feature {
        case .mirrorCorrelation:
            let common = mean(.mirrorProducts, over: .mirrorWeight) - own * image
            let variance = max(mean(.mirrorOwnSquares, over: .mirrorWeight) - own * own, 4)
            let imageVariance = max(mean(.mirrorSquares, over: .mirrorWeight) - image * image, 4)
            return common / (variance * imageVariance).squareRoot() * known
        case .mirrorActivity:
            return 0.5 + (ownActivity / (ownActivity + imageActivity + 2) - 0.5) * known
        case .mirrorGreen:
            let difference = self[.mirrorOwnGreen] - self[.mirrorGreen]
            return difference / max(self[.mirrorWeight], 1e-3) * known
        default: return known
        }
    }
}
