import Foundation
import JSONLines
import SyntheticRiver
import Testing

/// How well the shipped model sees, on pictures that it was not trained on.
@Suite("Accuracy", .enabled(if: Program.areBuilt))
struct AccuracyTests {
    private func evaluate(_ arguments: String...) async throws -> Evaluation {
        let result = try await Program.run("duckweed", ["evaluate"] + arguments + ["--json"])
        #expect(result.status == 0, "\(result.errors)")
        return try JSONLine.decode(Evaluation.self, from: result.output)
    }

    @Test(
        "Real rivers are seen as a careful person marks them",
        .enabled(
            if: Place.realData != nil,
            "real pictures are absent; name their folder in DUCKWEED_DATA"))
    func realRivers() async throws {
        let evaluation = try await evaluate(Place.real("river"))
        #expect(evaluation.perImage.count == 64)
        let positives = evaluation.positives
        let falseCoverage = evaluation.negatives.falseCoverageP95 ?? 1
        #expect(positives.iouMean ?? 0 >= 0.75)
        #expect(positives.iouPooled ?? 0 >= 0.82)
        #expect(positives.coverageMAE ?? 100 <= 5)
        #expect(abs(positives.coverageBias ?? 100) <= 2)
        #expect(evaluation.negatives.falseCoverageMedian ?? 1 <= 0.002)
        #expect(falseCoverage <= 0.02)
        let rejected = evaluation.rejected
        #expect(rejected.allSatisfy { $0.name.hasPrefix("ir-") }, "\(rejected)")
        #expect(rejected.contains { $0.name == "ir-marsh2230" })
    }

    @Test(
        "Ten clicks of each kind make the mask of a real river better",
        .enabled(
            if: Place.realData != nil,
            "real pictures are absent; name their folder in DUCKWEED_DATA"))
    func realRiversWithClicks() async throws {
        let positives = try await evaluate(Place.real("river"), "--clicks", "10").positives
        #expect(positives.iouMean ?? 0 >= 0.82)
        #expect(positives.coverageMAE ?? 100 <= 3.5)
    }

    @Test("Rendered scenes that nothing is trained on come out within 5 points, on average")
    func renderedScenes() async throws {
        let scratch = try Scratch()
        let folder = SceneFolder(path: scratch.path, generator: .testing, seed: 7, frames: 3)
        var rows: [String] = []
        for number in 0..<24 {
            if let row = try folder.write(number) { rows.append(row) }
        }
        try folder.writeIndex(rows)
        let evaluation = try await evaluate(scratch.path)
        #expect(evaluation.positives.images > 8 && evaluation.negatives.images > 1)
        #expect(evaluation.positives.coverageMAE ?? 100 <= 5)
        withKnownIssue("The aim; one scene of an olive pond is taken for plants.") {
            #expect(evaluation.negatives.falseCoverageP95 ?? 1 <= 0.02)
        }
    }
}
