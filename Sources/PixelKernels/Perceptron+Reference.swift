extension Perceptron {
    /// The reference of ``evaluate(_:featureStride:count:into:logitStride:)``.
    public func evaluateScalar(
        _ features: UnsafePointer<Float>, featureStride: Int, count: Int,
        into logits: UnsafeMutablePointer<Float>, logitStride: Int
    ) {
        for cell in 0..<count {
            let inputs = (0..<inputCount).map { features[$0 * featureStride + cell] }
            for (output, logit) in self.logits(of: inputs).enumerated() {
                logits[output * logitStride + cell] = logit
            }
        }
    }

    /// The logits of one cell.
    ///
    /// - Precondition: `inputs` holds ``inputCount`` values.
    public func logits(of inputs: [Float]) -> [Float] {
        precondition(inputs.count == inputCount)
        var values = zip(inputs, scales).map { input, scale in scale.scaled(input) }
        for (index, layer) in layers.enumerated() {
            let sums = (0..<layer.outputCount).map { output in
                var sum = layer.biases[output]
                // From the last to the first: the last inputs are those that a picture may have
                // in common, which the kernel adds up beforehand.
                for input in (0..<layer.inputCount).reversed() {
                    sum += values[input] * layer.weights[output * layer.inputCount + input]
                }
                return sum
            }
            values = index < layers.count - 1 ? sums.map { max(0, $0) } : sums
        }
        return values
    }
}
