import Foundation
import Testing

/// The two builds of the sampler, side by side.
@Suite struct SamplerBuildTests {
    private static let builds = ["duckweed-sampler", "duckweed-sampler-x86-64-v3"]
    private static let areBuilt = builds.allSatisfy {
        FileManager.default.isExecutableFile(atPath: Program.path($0))
    }

    @Test(
        "Both builds compute the golden vectors of the shipped model",
        .enabled(if: areBuilt, "only one build of the sampler is here; run `make test`"))
    func goldenVectors() async throws {
        let model = Place.root.appending(path: "Models/vegseg-day-1.0.0.dwm")
            .path(percentEncoded: false)
        let baseline = try await Program.run(Self.builds[0], ["--check-model", model])
        #expect(baseline.status == 0, "\(baseline.errors)")
        #expect(baseline.output.hasPrefix("vegseg-day-1.0.0+"))
        let version = try await Program.run(Self.builds[0], ["--version"])
        guard version.output.contains("x86-64-v3") else { return }
        let fast = try await Program.run(Self.builds[1], ["--check-model", model])
        #expect(fast.status == 0, "\(fast.errors)")
        #expect(fast.output == baseline.output)
    }
}
