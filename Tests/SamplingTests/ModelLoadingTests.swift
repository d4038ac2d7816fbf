import Foundation
import Sampling
import Segmentation
import Testing

/// Model files as the sampler is told of them.
@Suite struct ModelLoadingTests {
    private static let shipped = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../Models/vegseg-day-1.0.0.dwm")
        .standardized.path(percentEncoded: false)

    private static func refusal(_ path: String) -> String? {
        do throws(RefusedModel) {
            _ = try VegetationModel.load(path: path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("The shipped file loads, also through a link")
    func goodFile() throws {
        let model = try VegetationModel.load(path: Self.shipped)
        #expect(model.name == (try VegetationModel.shipped().name))
        let folder = try TemporaryFolder()
        let link = folder.file("current.dwm")
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: Self.shipped)
        #expect(Self.refusal(link) == nil)
    }

    @Test("What is no model file is refused with its path and reason")
    func badFiles() throws {
        let folder = try TemporaryFolder()
        let missing = folder.file("missing.dwm")
        #expect(
            Self.refusal(missing)
                == "the model \(missing) is refused: it does not exist or can't be reached")
        #expect(
            Self.refusal(folder.path) == "the model \(folder.path) is refused: it is not a file")
        #expect(Self.refusal("/dev/zero")?.hasSuffix("it is not a file") == true)
        let text = try folder.write("hello".utf8, to: "text.dwm")
        #expect(Self.refusal(text)?.contains("it is no model file") == true)
        let long = try folder.write([UInt8](repeating: 0, count: 2 << 20), to: "long.dwm")
        #expect(Self.refusal(long)?.contains("it has 2097152 bytes") == true)
    }

    @Test(
        "The sampler names a good model, and refuses a bad one without losing its own",
        .enabled(if: SamplerProcess.path != nil, "duckweed-sampler is not built; run `make test`"))
    func options() async throws {
        let folder = try TemporaryFolder()
        let bad = try folder.write("hello".utf8, to: "bad.dwm")
        let good = try await SamplerProcess.run([], arguments: ["--check-model", Self.shipped])
        #expect(good.status == 0 && good.errors.isEmpty)
        let refused = try await SamplerProcess.run([], arguments: ["--check-model", bad])
        #expect(refused.status == 78)
        #expect(refused.errors.hasPrefix("duckweed-sampler: the model \(bad) is refused: "))
        let serving = try await SamplerProcess.run([], arguments: ["--model", bad])
        #expect(serving.status == 0)
        #expect(serving.errors.contains("the program's own model stays in use"))
        let quiet = try await SamplerProcess.run([], arguments: ["--model", Self.shipped])
        #expect(quiet.status == 0 && quiet.errors.isEmpty)
        let nameless = try await SamplerProcess.run([], arguments: ["--model"])
        #expect(nameless.status == 64)
    }
}
