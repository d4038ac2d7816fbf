import PixelKernels
import Testing

@Suite struct PerceptronTests {
    /// A network of these widths with random weights.
    private static func network(_ widths: [Int], seed: UInt64) -> Perceptron {
        var random = RandomValues(seed: seed)
        let scales = (0..<widths[0]).map { _ in
            InputScale(
                mean: random.next(within: 20), inverseDeviation: random.next(within: 0.2), clip: 3)
        }
        let layers = zip(widths, widths.dropFirst()).map { inputs, outputs in
            DenseLayer(
                weights: random.values(inputs * outputs, within: 1),
                biases: random.values(outputs, within: 1))
        }
        return Perceptron(scales: scales, layers: layers)
    }

    @Test("The network gives what the reference gives, to the last bit", arguments: widths)
    func matchesReference(count: Int) {
        for sizes in [[28, 16, 8, 4], [7, 5, 4], [1, 4], [3, 1, 3, 5], [48, 32, 47, 32, 48]] {
            let network = Self.network(sizes, seed: UInt64(count))
            let (inputs, outputs) = (sizes[0], sizes[sizes.count - 1])
            let (featureStride, logitStride) = (count + count % 5, count + count % 3)
            let features = FloatRows(
                count: inputs * featureStride, offset: count % 7, magnitude: 60, seed: 2)
            let fast = FloatRows(count: outputs * logitStride, offset: count % 3)
            let reference = FloatRows(count: outputs * logitStride)
            network.evaluate(
                features.start, featureStride: featureStride, count: count, into: fast.start,
                logitStride: logitStride)
            network.evaluateScalar(
                features.start, featureStride: featureStride, count: count,
                into: reference.start, logitStride: logitStride)
            // What lies between the rows is compared too: it must be left alone.
            #expect(fast.values == reference.values)
        }
    }

    @Test("Features that all cells share may be summed beforehand", arguments: [1, 16, 17, 100])
    func uniformFeatures(count: Int) {
        let network = Self.network([26, 24, 12, 4], seed: 5)
        let features = FloatRows(count: 26 * count, magnitude: 60, seed: 3)
        for uniformCount in [0, 1, 7, 26] {
            for index in (26 - uniformCount) * count..<26 * count {
                features.start[index] = features.start[index / count * count]
            }
            let fast = FloatRows(count: 4 * count)
            let reference = FloatRows(count: 4 * count)
            network.evaluate(
                features.start, featureStride: count, count: count, uniformCount: uniformCount,
                into: fast.start, logitStride: count)
            network.evaluateScalar(
                features.start, featureStride: count, count: count, into: reference.start,
                logitStride: count)
            #expect(fast.values == reference.values)
        }
    }

    @Test(
        "Hidden values that are 0 in all cells of a block are left out rightly",
        arguments: [24, 25, 130])
    func evenSurface(count: Int) {
        // All cells look nearly alike, as those of a river do: half of the values are 0 in all.
        let network = Self.network([9, 24, 12, 7, 4], seed: 11)
        let looks = CellRow.whole(9, within: 40, seed: 6)
        let features = FloatRows(count: 9 * count, magnitude: 0.5, seed: 4)
        for index in 0..<9 * count { features.start[index] += looks[index / count] }
        // The last stretch looks otherwise.
        for row in 0..<9 { features.start[(row + 1) * count - 1] = -looks[row] }
        let (fast, reference) = (FloatRows(count: 4 * count), FloatRows(count: 4 * count))
        network.evaluate(
            features.start, featureStride: count, count: count, into: fast.start,
            logitStride: count)
        network.evaluateScalar(
            features.start, featureStride: count, count: count, into: reference.start,
            logitStride: count)
        #expect(fast.values == reference.values)
    }

    @Test("A network worked out by hand")
    func knownValues() {
        let network = Perceptron(
            scales: [
                InputScale(mean: 10, inverseDeviation: 0.5, clip: 2),
                InputScale(mean: 0, inverseDeviation: 1, clip: 4),
            ],
            layers: [
                DenseLayer(weights: [1, 1, -1, 0.5], biases: [0, -1]),
                DenseLayer(weights: [2, 10, 0, 1], biases: [0.25, -3]),
            ])
        // 100 is clipped to 2 and −3 stays: sums −1 and −4.5, both cut to 0.
        #expect(network.logits(of: [100, -3]) == [0.25, -3])
        // −1 and 1: sums 0 and 0.5.
        #expect(network.logits(of: [8, 1]) == [5.25, -2.5])
        var logits: [Float] = [0, 0]
        var span = logits.mutableSpan
        network.evaluate(
            ([8, 1] as [Float]).span, featureStride: 1, count: 1, into: &span, logitStride: 1)
        #expect(logits == [5.25, -2.5])
    }

    @Test("A scaled layer multiplies its logits")
    func scaledLayer() {
        let layer = DenseLayer(weights: [1, 2], biases: [3])
        let scale = [InputScale(mean: 0, inverseDeviation: 1, clip: 9)]
        let scales = scale + scale
        #expect(Perceptron(scales: scales, layers: [layer]).logits(of: [1, 1]) == [6])
        let half = layer.scaled(by: 0.5)
        #expect(Perceptron(scales: scales, layers: [half]).logits(of: [1, 1]) == [3])
    }
}
