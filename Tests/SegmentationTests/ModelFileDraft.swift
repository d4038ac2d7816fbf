import Foundation
import PixelKernels
import Segmentation

/// A model file in the making, small and right until a test spoils it.
struct ModelFileDraft {
    /// The features that the model takes.
    static let features = FeatureSet(
        id: "test-1",
        features: [
            FeatureDescription(id: "luma", formula: "mean Y", unit: "code"),
            FeatureDescription(id: "green", formula: "-(mean Cb + mean Cr)", unit: "code"),
        ])

    var magic = "DWMODEL1"
    var version: UInt32 = 1
    /// JSON of the header; tests change it by path.
    var header: [String: Any]
    /// Values of the tensors, in the order of the header.
    var tensors: [[Float]]

    init() {
        tensors = [[0.5, 1, -1, 0.25, 0, 2], [0.1, 0, -0.2], Array(repeating: 0.75, count: 12)]
        tensors.append([0, 1, 2, 3])
        let temperature = 2.0
        let network = Perceptron(
            scales: [
                InputScale(mean: 100, inverseDeviation: 0.02, clip: 4),
                InputScale(mean: 5, inverseDeviation: 0.1, clip: 4),
            ],
            layers: [
                DenseLayer(weights: tensors[0], biases: tensors[1]),
                DenseLayer(weights: tensors[2], biases: tensors[3]).scaled(by: 0.5),
            ])
        let inputs: [[Float]] = [[100, 5], [40, 60], [255, -20]]
        header = [
            "name": "test-model", "semver": "1.2.3", "kind": "mlp",
            "createdUTC": "2026-05-04T10:00:00Z", "engineMin": 1,
            "featureSet": [
                "id": Self.features.id, "sha256": Self.features.sha256,
                "features": zip(Self.features.features, [(100, 0.02), (5, 0.1)]).map {
                    [
                        "id": $0.id, "formula": $0.formula, "unit": $0.unit, "mean": $1.0,
                        "invStd": $1.1, "clip": 4,
                    ] as [String: Any]
                },
            ] as [String: Any],
            "layers": [
                ["activation": "relu", "weights": "w0", "biases": "b0"],
                ["activation": "none", "weights": "w1", "biases": "b1"],
            ],
            "classes": ["water", "vegetation", "other", "invalid"],
            "tensors": [
                Self.tensor("w0", [3, 2], offset: 0), Self.tensor("b0", [3], offset: 64),
                Self.tensor("w1", [4, 3], offset: 128), Self.tensor("b1", [4], offset: 192),
            ],
            "calibration": [
                "temperature": temperature, "thresholdEnter": 0.5, "thresholdExit": 0.4,
            ],
            "provenance": [
                "command": "by hand", "commit": "none", "seed": 1, "libraries": [String: String](),
                "datasets": [Any](),
            ] as [String: Any],
            "metrics": [Any](), "limits": ["Never use it."],
            "golden": [
                "inputs": inputs, "outputs": inputs.map(network.logits(of:)), "tolerance": 1e-4,
            ] as [String: Any],
        ]
    }

    private static func tensor(_ name: String, _ shape: [Int], offset: Int) -> [String: Any] {
        [
            "name": name, "dtype": "f32", "shape": shape, "offset": offset,
            "bytes": 4 * shape.reduce(1, *),
        ]
    }

    /// Puts a value at a place such as `golden.tolerance` or `tensors.0.shape`; `nil` removes it.
    mutating func set(_ path: String, to value: Any?) {
        let keys = path.split(separator: ".").map(String.init)
        header = Self.setting(keys[...], of: header, to: value) as? [String: Any] ?? [:]
    }

    private static func setting(_ keys: ArraySlice<String>, of node: Any, to value: Any?) -> Any? {
        guard let key = keys.first else { return value }
        if var array = node as? [Any], let index = Int(key) {
            array[index] = setting(keys.dropFirst(), of: array[index], to: value) as Any
            return array
        }
        var object = node as? [String: Any] ?? [:]
        object[key] = setting(keys.dropFirst(), of: object[key] ?? [String: Any](), to: value)
        return object
    }

    /// The file, with a hash that fits.
    func bytes() throws -> [UInt8] {
        let json = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
        return bytes(header: [UInt8](json))
    }

    /// The file with other bytes as header.
    func bytes(header: [UInt8]) -> [UInt8] {
        var bytes = Array(magic.utf8) + Self.word(version) + Self.word(UInt32(header.count))
        bytes += header
        for tensor in tensors {
            bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
            bytes += tensor.flatMap { Self.word($0.bitPattern) }
        }
        return Self.sealed(bytes)
    }

    /// The bytes with their hash.
    static func sealed(_ bytes: [UInt8]) -> [UInt8] { bytes + SHA256.hash(bytes) }

    private static func word(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
