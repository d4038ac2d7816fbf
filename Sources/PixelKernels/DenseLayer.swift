/// One fully connected layer of a ``Perceptron``: each output is a weighted sum of all inputs.
public struct DenseLayer: Hashable, Sendable {
    /// Values that go in.
    public let inputCount: Int
    /// Values that come out.
    public let outputCount: Int
    /// The weights of the first output, then those of the second, and so on:
    /// `outputCount × inputCount` of them.
    public let weights: [Float]
    /// What is added to each output.
    public let biases: [Float]

    /// Makes a layer; its sizes follow from the counts.
    ///
    /// - Precondition: `biases` is not empty, and `weights` holds as many for each of them.
    public init(weights: [Float], biases: [Float]) {
        precondition(!biases.isEmpty && weights.count.isMultiple(of: biases.count))
        inputCount = weights.count / biases.count
        outputCount = biases.count
        self.weights = weights
        self.biases = biases
    }

    /// The layer whose outputs are `factor` times as large.
    public func scaled(by factor: Float) -> DenseLayer {
        DenseLayer(weights: weights.map { $0 * factor }, biases: biases.map { $0 * factor })
    }
}

/// How one input of a ``Perceptron`` is brought to a common scale: (value − mean) · inverse
/// standard deviation, held within ± `clip`.
public struct InputScale: Hashable, Sendable {
    /// The value that becomes zero.
    public let mean: Float
    /// One over the standard deviation; 0 switches the input off.
    public let inverseDeviation: Float
    /// The largest magnitude that the network ever sees, in standard deviations.
    public let clip: Float

    /// Makes a scale.
    public init(mean: Float, inverseDeviation: Float, clip: Float) {
        self.mean = mean
        self.inverseDeviation = inverseDeviation
        self.clip = clip
    }

    /// The input as the network sees it.
    func scaled(_ value: Float) -> Float {
        max(-clip, min(clip, (value - mean) * inverseDeviation))
    }
}
