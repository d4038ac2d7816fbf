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
        var values = zip(inputs, scales).map { input, scale in
            max(-scale.clip, min(scale.clip, (input - scale.mean) * scale.inverseDeviation))
        }
        for (index, layer) in layers.enumerated() {
            let sums = (0..<layer.outputCount).map { output in
                var sum = layer.biases[output]
                for input in 0..<layer.inputCount {
                    sum += values[input] * layer.weights[output * layer.inputCount + input]
                }
                return sum
            }
            values = index < layers.count - 1 ? sums.map { max(0, $0) } : sums
        }
        return values
    }
}
