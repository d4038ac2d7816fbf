#if canImport(Glibc)
    import Glibc
#endif

/// What a model file says about itself, in JSON.
public struct ModelHeader: Codable, Hashable, Sendable {
    /// Names the model, such as `vegseg-day`.
    public let name: String
    /// Its version, such as `1.0.0`.
    public let semver: String
    /// How it is evaluated; `mlp` is all that there is.
    public let kind: String
    /// When it was made, such as `2026-05-04T10:00:00Z`.
    public let createdUTC: String
    /// The lowest ``ModelFile/engineLevel`` that can evaluate it.
    public let engineMin: Int
    /// The features that it takes, with their scales.
    public let featureSet: Features
    /// The layers, from input to output.
    public let layers: [Layer]
    /// What the outputs stand for.
    public let classes: [String]
    /// Where the weights lie in the file.
    public let tensors: [Tensor]
    /// How logits become decisions.
    public let calibration: Calibration
    /// What it was made from.
    public let provenance: Provenance
    /// How well it does.
    public let metrics: [Metrics]
    /// What it must not be relied on for, one sentence each.
    public let limits: [String]
    /// Inputs with the outputs that every engine must compute from them.
    public let golden: Golden
}

extension ModelHeader {
    /// The features that a model takes, with their scales.
    public struct Features: Codable, Hashable, Sendable {
        /// ``FeatureSet/id``.
        public let id: String
        /// ``FeatureSet/sha256``.
        public let sha256: String
        /// The features in the order of the network's inputs.
        public let features: [Feature]
    }

    /// A feature and how it is brought to a common scale.
    public struct Feature: Codable, Hashable, Sendable {
        /// ``FeatureDescription/id``.
        public let id: String
        /// ``FeatureDescription/formula``.
        public let formula: String
        /// ``FeatureDescription/unit``.
        public let unit: String
        /// Subtracted first.
        public let mean: Double
        /// Multiplied with then: one over the standard deviation; 0 leaves the feature out.
        public let invStd: Double
        /// The largest magnitude that the network sees.
        public let clip: Double
    }

    /// A fully connected layer.
    public struct Layer: Codable, Hashable, Sendable {
        /// `relu`, or `none` for the last.
        public let activation: String
        /// Name of the tensor of shape [outputs, inputs].
        public let weights: String
        /// Name of the tensor of shape [outputs].
        public let biases: String
    }

    /// Numbers in the file.
    public struct Tensor: Codable, Hashable, Sendable {
        /// Names the tensor within the file.
        public let name: String
        /// `f32`: IEEE 754 binary32, little-endian.
        public let dtype: String
        /// Sizes, the slowest first.
        public let shape: [Int]
        /// Bytes from the first tensor byte of the file; a multiple of 64.
        public let offset: Int
        /// Bytes that the numbers take.
        public let bytes: Int
    }

    /// How logits become decisions.
    public struct Calibration: Codable, Hashable, Sendable {
        /// Logits are divided by it, so that probabilities mean what they say (Guo et al., "On
        /// calibration of modern neural networks", ICML 2017).
        public let temperature: Double
        /// Probability from which a cell is vegetation.
        public let thresholdEnter: Double
        /// Probability below which a cell is not.
        public let thresholdExit: Double

        /// The logit from which a cell is vegetation.
        public var logitThreshold: Double { log(thresholdEnter / (1 - thresholdEnter)) }
    }

    /// What a model was made from.
    public struct Provenance: Codable, Hashable, Sendable {
        /// The command that made it.
        public let command: String
        /// The commit of the program that computed the features and trained it.
        public let commit: String
        /// The seed of all chance in training.
        public let seed: Int
        /// Versions of the language and libraries that trained it.
        public let libraries: [String: String]
        /// The pictures that it was fitted to.
        public let datasets: [Dataset]
    }

    /// Pictures that a model was fitted to.
    public struct Dataset: Codable, Hashable, Sendable {
        /// Names the pictures.
        public let id: String
        /// Under which licence they may be used.
        public let licence: String
        /// How many pictures.
        public let pictures: Int
        /// How many cells of them.
        public let cells: Int
        /// The SHA-256 of the features that were computed from them.
        public let sha256: String
    }

    /// How well a model does on pictures that it was not fitted to.
    public struct Metrics: Codable, Hashable, Sendable {
        /// Names the pictures.
        public let dataset: String
        /// How many pictures.
        public let pictures: Int
        /// Intersection over union of the cells of vegetation, all pictures pooled; `nil` where
        /// there is none.
        public let iou: Double?
        /// Mean absolute error of the covered share, in percent points.
        public let coverageMAEPoints: Double?
        /// Mean covered share that is found where there is none, in percent.
        public let emptyCoveragePercent: Double?
        /// Expected calibration error of the probability of vegetation.
        public let calibrationError: Double?
    }

    /// Inputs with the outputs that every engine must compute from them.
    public struct Golden: Codable, Hashable, Sendable {
        /// Features before scaling, a list for each cell.
        public let inputs: [[Double]]
        /// Logits divided by the temperature, a list for each cell.
        public let outputs: [[Double]]
        /// How far an engine's outputs may be from these.
        public let tolerance: Double
    }
}
