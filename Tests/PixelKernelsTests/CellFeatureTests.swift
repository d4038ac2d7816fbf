import PixelKernels
import Testing

@Suite struct CellFeatureTests {
    /// Statistics as pictures have them: whatever is a sum fits its window's weight.
    private func statistics(_ count: Int, stride: Int, isMirrored: Bool) -> [Float] {
        var random = RandomValues(seed: UInt64(count))
        var numbers = [Float](repeating: 0, count: CellStatistic.allCases.count * stride)
        func set(_ statistic: CellStatistic, _ cell: Int, _ value: Float) {
            numbers[statistic.rawValue * stride + cell] = value
        }
        for cell in 0..<count {
            func positive(_ limit: Float) -> Float { abs(random.next(within: limit)) }
            set(.luma, cell, positive(255))
            set(.blue, cell, random.next(within: 90))
            set(.red, cell, random.next(within: 90))
            set(.across, cell, positive(40))
            set(.down, cell, positive(40))
            set(.flicker, cell, positive(20))
            // One cell in eight has no neighbour in the zone.
            let isAlone = positive(1) < 0.125
            let near = isAlone ? 0 : positive(9)
            set(.weight3, cell, near)
            set(.green3, cell, near * random.next(within: 90))
            set(.activity3, cell, near * positive(60))
            set(.contrast3, cell, near * positive(3))
            let around = isAlone ? 0 : positive(81)
            let (luma, green) = (positive(255), random.next(within: 90))
            set(.weight9, cell, around)
            set(.green9, cell, around * green)
            set(.activity9, cell, around * positive(60))
            set(.luma9, cell, around * luma)
            set(.greenSquares9, cell, around * (green * green + 20 + positive(80)))
            set(.lumaSquares9, cell, around * (luma * luma + 100 + positive(900)))
            guard isMirrored, !isAlone else { continue }
            let (own, image) = (positive(255), positive(255))
            let weight = 1 + positive(80)
            set(.mirrorKnown, cell, 1)
            set(.mirrorWeight, cell, weight)
            set(.mirrorOwnLuma, cell, weight * own)
            set(.mirrorLuma, cell, weight * image)
            set(.mirrorProducts, cell, weight * (own * image + 100 + random.next(within: 90)))
            set(.mirrorOwnSquares, cell, weight * (own * own + 200 + positive(400)))
            set(.mirrorSquares, cell, weight * (image * image + 200 + positive(400)))
            set(.mirrorOwnActivity, cell, weight * positive(40))
            set(.mirrorActivity, cell, weight * positive(40))
            set(.mirrorOwnGreen, cell, weight * random.next(within: 90))
            set(.mirrorGreen, cell, weight * random.next(within: 90))
        }
        return numbers
    }

    private func scene(knowsFlicker: Bool, knowsMirror: Bool) -> SceneLevels {
        var scene = SceneLevels()
        scene.green = .init(low: -4, middle: 3, high: 31)
        scene.luma = .init(low: 40, middle: 90, high: 160)
        scene.activity = .init(low: 2, middle: 5, high: 19)
        scene.greenThreshold = 14
        scene.knowsFlicker = knowsFlicker
        scene.knowsMirror = knowsMirror
        return scene
    }

    @Test(
        "Features are the reference's, with flicker and mirror image or without", arguments: widths)
    func matchesReference(count: Int) {
        let padded = (count + 7) / 8 * 8
        for (knowsFlicker, isMirrored) in [
            (false, false), (false, true), (true, false), (true, true),
        ] {
            let (stride, featureStride) = (padded + count % 5, padded + count % 3)
            let scene = scene(knowsFlicker: knowsFlicker, knowsMirror: isMirrored)
            let numbers = statistics(count, stride: stride, isMirrored: isMirrored)
            let rows = CellFeature.allCases.count
            var fast = CellRow.empty(rows * featureStride)
            var reference = fast
            cellFeatures(
                numbers, statisticStride: stride, scene: scene, count: count, into: &fast,
                featureStride: featureStride)
            cellFeaturesScalar(
                numbers, statisticStride: stride, scene: scene, count: count, into: &reference,
                featureStride: featureStride)
            for feature in CellFeature.allCases {
                let start = feature.rawValue * featureStride
                for cell in start..<start + count {
                    let tolerance = 1e-4 * max(1, abs(reference[cell]))
                    #expect(abs(fast[cell] - reference[cell]) <= tolerance, "\(feature)")
                }
                let behind = fast[start + padded..<start + featureStride]
                #expect(behind.allSatisfy { $0 == FloatRows.untouched }, "\(feature)")
            }
            #expect(fast.isUntouched(from: rows * featureStride))
        }
    }

    @Test("What is not known is the same for all cells")
    func unknown() {
        // What the statistics hold of flicker and mirror image must not be read.
        let numbers = statistics(64, stride: 64, isMirrored: true)
        let scene = scene(knowsFlicker: false, knowsMirror: false)
        let values: [(CellFeature, Float)] = [
            (.flicker, 0), (.flickerRatio, 0), (.flickerKnown, 0), (.mirrorCorrelation, 0),
            (.mirrorKnown, 0), (.mirrorActivity, 0.5), (.mirrorGreen, 0),
        ]
        #expect(scene.uniformFeatureCount == values.count)
        for kernel in [cellFeatures, cellFeaturesScalar] {
            var features = CellRow.empty(CellFeature.allCases.count * 64)
            kernel(numbers, 64, scene, 64, &features, 64)
            for (feature, value) in values {
                let row = features[feature.rawValue * 64..<feature.rawValue * 64 + 64]
                #expect(row.allSatisfy { $0 == value }, "\(feature)")
            }
        }
    }

    @Test("With flicker, or a mirror image, fewer features are the same for all cells")
    func uniformCount() {
        #expect(scene(knowsFlicker: true, knowsMirror: false).uniformFeatureCount == 5)
        #expect(scene(knowsFlicker: false, knowsMirror: true).uniformFeatureCount == 0)
    }

    @Test("Formulas give what they say for a cell worked out by hand")
    func example() {
        var numbers = [Float](repeating: 0, count: CellStatistic.allCases.count * 8)
        let known: [(CellStatistic, Float)] = [
            (.luma, 84), (.blue, -20), (.red, -10), (.across, 8), (.down, 24), (.flicker, 4),
            (.weight3, 2), (.activity3, 32), (.weight9, 4), (.luma9, 400), (.lumaSquares9, 41_600),
            (.mirrorKnown, 1), (.mirrorWeight, 2), (.mirrorOwnSquares, 50),
            (.mirrorSquares, 50), (.mirrorProducts, 25), (.mirrorOwnGreen, 30), (.mirrorGreen, 10),
        ]
        for (statistic, value) in known { numbers[statistic.rawValue * 8] = value }
        var features = CellRow.empty(CellFeature.allCases.count * 8)
        cellFeatures(
            numbers, statisticStride: 8, scene: scene(knowsFlicker: true, knowsMirror: true),
            count: 1,
            into: &features, featureStride: 8)
        let expected: [(CellFeature, Float)] = [
            (.greenRatio, 0.3), (.across, 0.5), (.down, 0.75), (.activity3, 0.5),
            (.lumaSpread9, 0.5), (.greenAboveLow, 34), (.greenRank, 27.0 / 37),
            (.lumaRank, -6.0 / 128), (.greenAboveThreshold, 16), (.activityRank, 0.55),
            (.activityAboveScene, 16.0 / 23), (.flicker, 0.5), (.flickerRatio, 4.0 / 34),
            (.flickerKnown, 1), (.mirrorCorrelation, 0.5), (.mirrorKnown, 1), (.mirrorGreen, 10),
        ]
        for (feature, value) in expected {
            #expect(abs(features[feature.rawValue * 8] - value) < 1e-5, "\(feature)")
        }
    }
}
