import Foundation
public import Segmentation

/// A model by hand that takes green cells for plants, so that tests of what happens around a model
/// do not depend on what the shipped one has learnt.
public enum ColourModel {
    /// Green, −(Cb + Cr), from which a cell is a plant, in codes.
    private static let threshold: Float = 20
    /// Logits for each code above the threshold.
    private static let slope: Float = 0.4
    /// The logit of classes that are never found.
    private static let never: Float = -30
    /// Feature scales hold codes up to 200 apart from 0.
    private static let inverseDeviation: Float = 0.02

    /// The model, checked as any other file.
    public static func loaded() throws -> VegetationModel { try VegetationModel(file()) }

    /// The model as the bytes of a model file.
    public static func file() throws -> [UInt8] {
        let header = try JSONSerialization.data(
            withJSONObject: header, options: [.sortedKeys, .withoutEscapingSlashes])
        var bytes = Array("DWMODEL1".utf8)
        bytes += word(1)
        bytes += word(UInt32(header.count))
        bytes += header
        for tensor in tensors {
            bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
            bytes += tensor.flatMap { word($0.bitPattern) }
        }
        return bytes + SHA256.hash(bytes)
    }

    private static var features: [FeatureDescription] { FeatureSet.current.features }

    /// One hidden unit: green above −200 codes, which is never negative.
    private static var tensors: [[Float]] {
        let weights: [Float] = features.map {
            $0.id == "blue" || $0.id == "red" ? -1 / inverseDeviation : 0
        }
        return [
            weights, [200], [0, slope, 0, 0],
            [0, -slope * (200 + threshold), never, never],
        ]
    }

    private static var header: [String: Any] {
        [
            "name": "colour", "semver": "1.0.0", "kind": "mlp",
            "createdUTC": "2026-05-04T10:00:00Z", "engineMin": 1,
            "featureSet": [
                "id": FeatureSet.current.id, "sha256": FeatureSet.current.sha256,
                "features": features.map {
                    [
                        "id": $0.id, "formula": $0.formula, "unit": $0.unit, "mean": 0,
                        "invStd": inverseDeviation, "clip": 4,
                    ] as [String: Any]
                },
            ] as [String: Any],
            "layers": [
                ["activation": "relu", "weights": "w0", "biases": "b0"],
                ["activation": "none", "weights": "w1", "biases": "b1"],
            ],
            "classes": ["water", "vegetation", "other", "invalid"],
            "tensors": descriptions(shapes: [[1, features.count], [1], [4, 1], [4]]),
            "calibration": ["temperature": 1, "thresholdEnter": 0.5, "thresholdExit": 0.4],
            "provenance": [
                "command": "by hand", "commit": "none", "seed": 1, "libraries": [String: String](),
                "datasets": [Any](),
            ] as [String: Any],
            "metrics": [Any](), "limits": ["It takes everything green for plants."],
            "golden": golden,
        ]
    }

    private static func descriptions(shapes: [[Int]]) -> [[String: Any]] {
        var offset = 0
        return zip(["w0", "b0", "w1", "b1"], shapes).map { name, shape in
            let bytes = 4 * shape.reduce(1, *)
            defer { offset += (bytes + 63) / 64 * 64 }
            return ["name": name, "dtype": "f32", "shape": shape, "offset": offset, "bytes": bytes]
        }
    }

    /// Cells of two greens, with the logits that follow.
    private static var golden: [String: Any] {
        let greens: [Float] = [0, 46]
        return [
            "inputs": greens.map { green in
                features.map { $0.id == "blue" ? -green : 0 }
            },
            "outputs": greens.map { [0, slope * ($0 - threshold), never, never] },
            "tolerance": 1e-3,
        ]
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
