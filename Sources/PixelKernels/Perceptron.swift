/// A small multilayer perceptron, packed in the order in which it is evaluated.
///
/// Inputs are scaled and clipped, every layer but the last is followed by max(0, x), and the last
/// gives the logits of the classes. It does not change, so threads may share it.
public struct Perceptron: Sendable {
    /// Values that go in for each cell.
    public let inputCount: Int
    /// Logits that come out for each cell.
    public let outputCount: Int

    /// How each input is scaled.
    let scales: [InputScale]
    /// The layers as they were given; the reference reads them.
    let layers: [DenseLayer]
    /// Widths from input to output, each but the first rounded up to a multiple of 4.
    let widths: [Int]
    /// Mean, inverse deviation and clip of each input, then for each layer and each four of its
    /// outputs four biases, and four weights for each input; inputs from the last to the first.
    let packed: [Float]

    /// The most inputs, or outputs of a layer, that a network may have.
    public static let widthLimit = 48

    /// Makes a network.
    ///
    /// - Precondition: There is a layer, each takes what the one before gives, the first takes as
    ///   many values as there are scales, and nothing is wider than ``widthLimit``.
    public init(scales: [InputScale], layers: [DenseLayer]) {
        precondition(!layers.isEmpty && !scales.isEmpty)
        var packed = scales.reversed().flatMap { [$0.mean, $0.inverseDeviation, $0.clip] }
        var widths = [scales.count]
        var valueCount = scales.count
        for layer in layers {
            precondition(
                layer.inputCount == valueCount
                    && max(valueCount, layer.outputCount) <= Self.widthLimit)
            let inputs = widths[widths.count - 1]
            for output in stride(from: 0, to: layer.outputCount, by: 4) {
                let four = output..<output + 4
                packed += four.map { layer.bias($0) }
                for input in (0..<inputs).reversed() {
                    packed += four.map { layer.weight($0, input) }
                }
            }
            widths.append((layer.outputCount + 3) / 4 * 4)
            valueCount = layer.outputCount
        }
        self.scales = scales
        self.layers = layers
        self.widths = widths
        self.packed = packed
        inputCount = scales.count
        outputCount = valueCount
    }
}

extension DenseLayer {
    /// A weight; 0 beyond the layer's sizes.
    fileprivate func weight(_ output: Int, _ input: Int) -> Float {
        output < outputCount && input < inputCount ? weights[output * inputCount + input] : 0
    }

    /// A bias; 0 beyond the layer's outputs.
    fileprivate func bias(_ output: Int) -> Float { output < outputCount ? biases[output] : 0 }
}
