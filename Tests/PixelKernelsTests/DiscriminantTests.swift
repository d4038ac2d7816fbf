import PixelKernels
import Testing

/// Rows of cells for the kernels that tell how a scene's plants and water differ.
///
/// The numbers behind the last cell are finite, and their share is 0.
private struct SceneRow: ~Copyable {
    let logits: [Float]
    let other: [Float]
    let share: [Float]
    private let stride: Int
    private let numbers: UnsafeMutablePointer<Float>

    init(count: Int) {
        stride = count + 8
        numbers = .allocate(capacity: 5 * stride)
        numbers.initialize(from: CellRow.whole(5 * stride, within: 40, seed: 1), count: 5 * stride)
        logits = CellRow.whole(stride, within: 4, seed: 6)
        other = CellRow.whole(stride, within: 1, seed: 7).map { $0 > 0 ? 1 : 0 }
        var share = CellRow.positive(stride, upTo: 1, seed: 8)
        for cell in 0..<stride where cell >= count || cell % 5 == 3 { share[cell] = 0 }
        self.share = share
    }

    deinit { numbers.deallocate() }

    /// For the kernels; good as long as this row is.
    var measures: SurfaceMeasures {
        SurfaceMeasures(
            luma: numbers, blue: numbers + stride, red: numbers + 2 * stride,
            activity: numbers + 3 * stride, contrast: numbers + 4 * stride)
    }

    func measure(_ kind: Int, _ cell: Int) -> Float { numbers[kind * stride + cell] }
}

@Suite struct DiscriminantTests {
    private static let certainty = SurfaceMoments.Certainty(plantLogit: 1, waterLogit: -1)

    @Test("Moments are the sums that a plain loop finds", arguments: widths)
    func moments(count: Int) {
        let row = SceneRow(count: count)
        var moments = SurfaceMoments()
        moments.add(
            row.measures, logits: row.logits, other: row.other, share: row.share,
            certainty: Self.certainty, count: count)
        var expected = SurfaceMoments()
        for cell in 0..<count {
            let plants = row.logits[cell] > 1 ? Double(row.share[cell]) : 0
            let isWater = row.logits[cell] < -1 && row.other[cell] == 0
            let water = isWater ? Double(row.share[cell]) : 0
            expected.plantWeight += plants
            expected.waterWeight += water
            var pair = 0
            for first in 0..<5 {
                let value = Double(row.measure(first, cell))
                expected.plantSums[first] += plants * value
                expected.waterSums[first] += water * value
                for second in first..<5 {
                    let product = value * Double(row.measure(second, cell))
                    expected.products[pair] += (plants + water) * product
                    pair += 1
                }
            }
        }
        func agree(_ value: Double, _ other: Double) -> Bool { abs(value - other) < 0.1 }
        #expect(agree(moments.plantWeight, expected.plantWeight))
        #expect(agree(moments.waterWeight, expected.waterWeight))
        for kind in 0..<5 {
            #expect(agree(moments.plantSums[kind], expected.plantSums[kind]))
            #expect(agree(moments.waterSums[kind], expected.waterSums[kind]))
        }
        for pair in 0..<15 { #expect(agree(moments.products[pair], expected.products[pair])) }
    }

    @Test("Logits move by the score, held within one and a half", arguments: widths)
    func shift(count: Int) {
        let row = SceneRow(count: count)
        let discriminant = LinearDiscriminant(
            weights: [0.03, -0.02, 0.01, 0.04, -0.05], offset: 0.125)
        var logits = row.logits
        var tally = DiscriminantTally()
        shiftLogits(
            by: row.measures, discriminant, gain: 4, share: row.share, other: row.other,
            count: count, in: &logits, counting: &tally)
        var (plants, ambiguous) = (0, 0)
        for cell in 0..<count {
            var score = discriminant.offset
            for kind in 0..<5 { score += discriminant.weights[kind] * row.measure(kind, cell) }
            let held = min(max(score, -1.5), 1.5)
            let moved = row.logits[cell] + (row.other[cell] == 1 ? 0 : 4 * held)
            #expect(abs(logits[cell] - moved) < 1e-4)
            guard row.share[cell] > 0 else { continue }
            plants += moved > 0 ? 1 : 0
            ambiguous += abs(held) < 0.5 ? 1 : 0
        }
        #expect(tally.plants == Float(plants))
        #expect(tally.ambiguous == Float(ambiguous))
    }
}
