import Foundation
import PixelKernels
import Segmentation
import Testing

@Suite struct ModelFileTests {
    private static func refusal(_ bytes: [UInt8]) -> String? {
        do throws(ModelFileError) {
            _ = try VegetationModel(bytes, features: ModelFileDraft.features)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("A whole file is taken, and named after its content")
    func wholeFile() throws {
        let bytes = try ModelFileDraft().bytes()
        let model = try VegetationModel(bytes, features: ModelFileDraft.features)
        let hash = SHA256.hash(bytes.dropLast(32)).hexadecimal
        #expect(model.name == "test-model-1.2.3+\(hash.prefix(8))")
        #expect(model.network.inputCount == 2)
        #expect(model.network.outputCount == 4)
        // 0.5 · 0 + 1 · 0 + 0.1 and no other hidden value: 0.075 in each output, and its bias.
        let logits = model.network.logits(of: [100, 5])
        for (logit, bias) in zip(logits, [0, 1, 2, 3] as [Float]) {
            #expect(abs(logit - (0.075 + bias) / 2) < 1e-6)
        }
    }

    @Test("A flipped bit anywhere is found")
    func flippedBits() throws {
        let bytes = try ModelFileDraft().bytes()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= UInt8(1 << (index % 8))
            #expect(Self.refusal(damaged) != nil, "byte \(index)")
        }
        var damaged = bytes
        damaged[bytes.count - 40] ^= 1
        #expect(Self.refusal(damaged)?.hasPrefix("it is damaged: its SHA-256 is ") == true)
    }

    @Test("A file cut anywhere is refused")
    func truncations() throws {
        let bytes = try ModelFileDraft().bytes()
        for count in 0..<bytes.count {
            #expect(Self.refusal(Array(bytes[..<count])) != nil, "\(count) bytes")
        }
        #expect(
            Self.refusal(Array(bytes[..<40]))
                == "it ends after 40 bytes, but needs 48; copy it again")
    }

    @Test("Other files are named as such")
    func otherFiles() throws {
        var draft = ModelFileDraft()
        draft.magic = "DWMODEL2"
        #expect(Self.refusal(try draft.bytes())?.hasPrefix("it is no model file") == true)
        #expect(Self.refusal(Array("hello".utf8))?.hasPrefix("it is no model file") == true)
        #expect(Self.refusal([])?.hasPrefix("it is no model file") == true)
        draft = ModelFileDraft()
        draft.version = 2
        #expect(Self.refusal(try draft.bytes()) == "it is of format 2; this program reads format 1")
        let huge = [UInt8](repeating: 0, count: ModelFile.byteCountMax + 1)
        #expect(Self.refusal(huge) == "it has 1048577 bytes; a model has 1048576 at most")
    }

    @Test("A header that is no header is refused")
    func noHeader() {
        let draft = ModelFileDraft()
        for (text, reason) in [
            ("", "its header is wrong: "), ("{", "its header is wrong: "),
            ("[]", "its header is wrong: "), ("{}", "its header is wrong: the key '"),
        ] {
            let refusal = Self.refusal(draft.bytes(header: Array(text.utf8)))
            #expect(refusal?.hasPrefix(reason) == true, "\(text): \(refusal ?? "taken")")
        }
        #expect(
            Self.refusal(draft.bytes(header: [0x7b, 0xff, 0x7d]))
                == "its header is wrong: it is not UTF-8")
        let nested = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(Self.refusal(draft.bytes(header: nested)) != nil)
    }

    @Test(
        "Whatever in the header does not check out is refused with its reason",
        arguments: [
            ("name", "Test" as any Sendable, "its name is not"),
            ("name", "a\u{1b}[31m", "its name is not"),
            ("semver", "1.0", "its semver is not"),
            ("semver", "1.0.+1", "its semver is not"),
            ("kind", "cnn", "its kind is 'cnn'"),
            ("engineMin", 2, "it needs level 2 of the engine, and this program has 1"),
            ("classes", ["water", "vegetation"], "its classes are"),
            ("featureSet.id", "test-2", "the hash of its feature set is not that of the list"),
            ("featureSet.sha256", "00", "the hash of its feature set is not that of the list"),
            ("featureSet.features.0.formula", "max Y", "the hash of its feature set is not"),
            ("featureSet.features", [Int](), "it has 0 features"),
            ("featureSet.features.1.invStd", 1e300, "the scale of the feature 'green'"),
            ("featureSet.features.1.clip", 0, "the scale of the feature 'green'"),
            ("layers", [Int](), "it has 0 layers"),
            ("layers.0.activation", "tanh", "layer 0 has the activation 'tanh'"),
            ("layers.0.biases", "b9", "layer 0 has 0 outputs"),
            ("layers.1.weights", "w9", "its tensor 'w9' is missing"),
            ("layers.1.weights", "w0", "its tensor 'w0' has the shape [3, 2], not [4, 3]"),
            ("tensors.0.dtype", "f16", "its tensor 'w0' holds 'f16'"),
            (
                "tensors.0.shape", [3, 1_000_000_000_000],
                "its tensor 'w0' has the impossible shape"
            ),
            ("tensors.0.shape", [Int](), "its tensor 'w0' has the impossible shape"),
            ("tensors.0.shape", [-3, -2], "its tensor 'w0' has the impossible shape"),
            ("tensors.0.shape", [2, 2], "its tensor 'w0' takes 16 bytes, not 24"),
            ("tensors.0.offset", 4, "its tensor 'w0' does not lie within the file"),
            ("tensors.0.offset", -64, "its tensor 'w0' does not lie within the file"),
            ("tensors.0.offset", 6400, "its tensor 'w0' does not lie within the file"),
            ("tensors.0.offset", Int.max - 63, "its tensor 'w0' does not lie within the file"),
            ("tensors.1.name", "w0", "its tensor 'w0' is there twice"),
            ("calibration.temperature", 0, "its temperature is not within"),
            ("calibration.thresholdEnter", 0.3, "its thresholds are not"),
            ("golden.inputs", [Int](), "its golden vectors do not fit"),
            ("golden.inputs.0", [1.0], "its golden vectors do not fit"),
            ("golden.tolerance", 1, "the tolerance of its golden vectors"),
            ("golden.outputs.1.3", 7, "for golden vector 1 it gives"),
        ] as [(String, any Sendable, String)])
    func wrongHeaders(path: String, value: any Sendable, reason: String) throws {
        var draft = ModelFileDraft()
        draft.set(path, to: value)
        let refusal = try #require(Self.refusal(try draft.bytes()))
        #expect(refusal.contains(reason), "\(refusal)")
    }

    @Test("A key that is missing is named with its place")
    func missingKeys() throws {
        for path in ["name", "golden.outputs", "calibration.temperature", "provenance.seed"] {
            var draft = ModelFileDraft()
            draft.set(path, to: nil)
            let refusal = try #require(Self.refusal(try draft.bytes()))
            let key = try #require(path.split(separator: ".").last)
            #expect(refusal.contains("the key '\(key)' is missing"), "\(refusal)")
        }
    }

    @Test("Weights that are no numbers are refused", arguments: [Float.nan, .infinity])
    func weightsWithoutValue(value: Float) throws {
        var draft = ModelFileDraft()
        draft.tensors[2][5] = value
        #expect(
            Self.refusal(try draft.bytes())
                == "its tensor 'w1' holds a value that is not a number")
    }

    @Test("Changed weights give other outputs than the golden ones")
    func changedWeights() throws {
        var draft = ModelFileDraft()
        draft.tensors[3][2] += 0.01
        #expect(Self.refusal(try draft.bytes())?.hasPrefix("for golden vector 0 it gives") == true)
    }

    @Test("A model for other features is refused with the first difference")
    func otherFeatures() throws {
        let bytes = try ModelFileDraft().bytes()
        func refusal(_ features: FeatureSet) -> String {
            do throws(ModelFileError) {
                return try VegetationModel(bytes, features: features).name
            } catch { return error.description }
        }
        let known = ModelFileDraft.features
        let renamed = FeatureSet(id: "test-2", features: known.features)
        #expect(refusal(renamed).contains("it takes 'test-1', this program has 'test-2'"))
        let shorter = FeatureSet(id: "test-1", features: Array(known.features.dropLast()))
        #expect(refusal(shorter).contains("it takes 2 of them, this program has 1"))
        let changed = FeatureSet(
            id: "test-1",
            features: [
                known.features[0],
                FeatureDescription(id: "green", formula: "-(Cb + Cr)", unit: "code"),
            ])
        #expect(
            refusal(changed).contains(
                "it takes green = -(mean Cb + mean Cr) [code] where this program has "
                    + "green = -(Cb + Cr) [code]"))
    }

    @Test("Bytes at random, sealed with a right hash, never crash the reader", arguments: 0..<300)
    func fuzz(seed: Int) throws {
        var random = SplitMix(state: UInt64(seed))
        var bytes = Array(try ModelFileDraft().bytes().dropLast(32))
        for _ in 0..<Int.random(in: 1...20, using: &random) {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeLast(min(bytes.count, Int.random(in: 0..<200, using: &random)))
            case 1 where bytes.count > 16:
                bytes[Int.random(in: 8..<16, using: &random)] = .random(in: 0...255, using: &random)
            case _ where !bytes.isEmpty:
                let index = Int.random(in: 0..<bytes.count, using: &random)
                // Digits and signs keep the header readable, so that later checks are met.
                bytes[index] =
                    Bool.random(using: &random)
                    ? UInt8(ascii: "-") + UInt8.random(in: 0..<13, using: &random)
                    : bytes[index] ^ (1 << UInt8.random(in: 0..<8, using: &random))
            default: break
            }
        }
        let sealed = ModelFileDraft.sealed(bytes)
        if let model = try? VegetationModel(sealed, features: ModelFileDraft.features) {
            // Only text may have changed.
            #expect(model.network.logits(of: [100, 5]).allSatisfy { $0.isFinite })
        }
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}
