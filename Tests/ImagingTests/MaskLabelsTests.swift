import Imaging
import Testing
import Vocabulary

@Suite struct MaskLabelsTests {
    /// A picture of 6 × 4, so 3 × 2 chroma pixels, of which the last column is no zone.
    private let labels: [[UInt8]] = [
        [2, 2, 1, 1, 0, 2],
        [2, 1, 1, 255, 0, 0],
        [2, 2, 3, 3, 0, 0],
        [2, 2, 3, 1, 0, 0],
    ]

    @Test("each labelled pixel of the zone is counted once, by its chroma pixel")
    func counts() throws {
        var mask = Mask(width: 6, height: 4)
        mask[0, 0] = .vegetation
        mask[1, 0] = .vegetation
        mask[0, 1] = .unjudged
        mask[1, 1] = .otherMatter
        #expect(
            mask.compared(with: plane(), in: try zone())
                == LabelComparison(
                    truePositives: 3, falsePositives: 4, falseNegatives: 4, trueNegatives: 4,
                    unjudged: 4, labelledVegetation: 8, labelledWater: 16))
    }

    @Test("a mask with nothing judged misses all, and the truth stays known")
    func nothingJudged() throws {
        let comparison = Mask(width: 6, height: 4).compared(with: plane(), in: try zone())
        #expect(comparison.falseNegatives == 7 && comparison.trueNegatives == 8)
        #expect(comparison.unjudged == 15)
        #expect(comparison.truth == 0.5)
        #expect(comparison.intersectionOverUnion == 0)
    }

    @Test("odd sizes have half a chroma pixel at their edges")
    func oddSize() {
        var mask = Mask(width: 3, height: 3)
        for y in 0..<2 { for x in 0..<2 { mask[x, y] = .vegetation } }
        let labels = Plane(width: 3, height: 3, filledWith: 2)
        let comparison = mask.compared(with: labels, in: .whole(width: 3, height: 3))
        #expect(comparison.truePositives == 9 && comparison.total == 9)
        #expect(comparison.f1 == 1)
    }

    private func plane() -> Plane {
        var plane = Plane(width: 6, height: 4)
        for (y, row) in labels.enumerated() {
            for (x, value) in row.enumerated() { plane[x, y] = value }
        }
        return plane
    }

    private func zone() throws -> Zone {
        var water = Plane(width: 6, height: 4)
        for y in 0..<4 { for x in 0..<4 { water[x, y] = 255 } }
        return try Zone(maskPlane: water, width: 6, height: 4)
    }
}
