public import PixelKernels

/// A trained network that fits this program: all that can be checked about its file is checked.
public struct VegetationModel: Sendable {
    /// What the network's outputs stand for, in their order.
    public enum Output: Int, CaseIterable, Sendable {
        /// Open water.
        case water
        /// Green plants that float.
        case vegetation
        /// Other floating matter: leaves, foam, litter.
        case other
        /// Not to be judged: glare, a boat, a drop on the lens.
        case invalid
    }

    /// The widest layer, or the most features, that a model may have.
    public static let widthMax = Perceptron.widthLimit
    /// Hidden layers that a model may have.
    public static let hiddenLayers = 1...3
    /// The widest hidden layer that a model may have.
    public static let hiddenWidthMax = 32
    /// The largest tolerance that golden vectors may claim.
    public static let toleranceMax = 1e-3

    /// Name, version and the first eight digits of the file's hash, such as
    /// `vegseg-day-1.0.0+1c8a44f0`; stored with every sample.
    public let name: String
    /// From features, as they are computed, to logits that are divided by the temperature.
    public let network: Perceptron
    /// What the file says about itself.
    public let header: ModelHeader

    /// Checks a file and makes the network.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - features: What this program computes.
    /// - Throws: Why the file is refused.
    public init(_ file: ModelFile, features: FeatureSet = .current) throws(ModelFileError) {
        let header = file.header
        try header.check(against: features)
        name = "\(header.name)-\(header.semver)+\(file.sha256.prefix(8))"
        network = Perceptron(
            scales: try header.scales(), layers: try Self.layers(of: file))
        self.header = header
        try checkGoldenVectors()
    }

    /// Takes a file apart and checks it.
    public init(
        _ bytes: [UInt8], features: FeatureSet = .current
    ) throws(ModelFileError) {
        try self.init(ModelFile(bytes), features: features)
    }

    private static func layers(of file: ModelFile) throws(ModelFileError) -> [DenseLayer] {
        let header = file.header
        var layers: [DenseLayer] = []
        var inputCount = header.featureSet.features.count
        for (index, layer) in header.layers.enumerated() {
            let isLast = index == header.layers.count - 1
            guard layer.activation == (isLast ? "none" : "relu") else {
                throw .badHeader("layer \(index) has the activation '\(layer.activation)'")
            }
            let description = header.tensors.first { $0.name == layer.biases }
            let outputCount =
                isLast ? Output.allCases.count : description?.shape.first ?? 0
            guard (1...hiddenWidthMax).contains(outputCount) else {
                throw .badHeader(
                    "layer \(index) has \(outputCount) outputs; it may have 1 to \(hiddenWidthMax)")
            }
            layers.append(
                DenseLayer(
                    weights: try file.tensor(layer.weights, shape: [outputCount, inputCount]),
                    biases: try file.tensor(layer.biases, shape: [outputCount])))
            inputCount = outputCount
        }
        if let last = layers.popLast() {
            layers.append(last.scaled(by: Float(1 / header.calibration.temperature)))
        }
        return layers
    }

    /// Runs the golden vectors through the kernel that runs later.
    private func checkGoldenVectors() throws(ModelFileError) {
        let golden = header.golden
        let count = golden.inputs.count
        let (inputCount, outputCount) = (network.inputCount, network.outputCount)
        var features: [Float] = []
        for input in 0..<inputCount {
            for vector in golden.inputs { features.append(Float(vector[input])) }
        }
        var logits = [Float](repeating: 0, count: outputCount * count)
        var span = logits.mutableSpan
        network.evaluate(
            features.span, featureStride: count, count: count, into: &span, logitStride: count)
        for (vector, outputs) in golden.outputs.enumerated() {
            for (output, expected) in outputs.enumerated() {
                let computed = Double(logits[output * count + vector])
                // Also false when a value is not a number.
                guard abs(computed - expected) <= golden.tolerance else {
                    throw .goldenVectorsDiffer(
                        vector: vector, output: output, expected: expected, computed: computed)
                }
            }
        }
    }
}
