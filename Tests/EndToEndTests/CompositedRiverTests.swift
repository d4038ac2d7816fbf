import Foundation
import Testing

/// Plants composited into recordings of a real river: real pictures whose truth is known exactly.
@Suite(
    "Plants composited into a real river",
    .enabled(
        if: Program.areBuilt && Place.realData != nil,
        "real pictures are absent; name their folder in DUCKWEED_DATA"))
struct CompositedRiverTests {
    /// A sample with what is true of it.
    private struct Sample {
        var coverage: Double
        var truth: Double
    }

    /// Replays a clip; some of its keyframes may be refused, and each finds its truth by number.
    private func replay(_ name: String) async throws -> (samples: [Sample], rejected: [String]) {
        let rows = try String(
            contentsOfFile: Place.real("semireal/\(name).truth.csv"), encoding: .utf8
        ).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let result = try await Program.duckweed(
            "replay", Place.real("semireal/\(name).mp4"), "--zone",
            Place.real("semireal/\(name).zone.json"), "--start",
            String(try #require(rows.first)[1]),
            "--every", name == "pisco-glare" ? "15m" : "1d", "--json")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try ReplayLines(result.output)
        #expect(lines.samples.count + lines.rejected.count == rows.count)
        let samples = lines.samples.compactMap { line -> Sample? in
            guard let index = line.index, rows.indices.contains(rows.startIndex + index),
                let truth = Double(rows[rows.startIndex + index][2]), let coverage = line.coverage
            else { return nil }
            return Sample(coverage: coverage, truth: truth)
        }
        #expect(samples.count == lines.samples.count)
        return (samples, lines.rejected.compactMap(\.reason))
    }

    private func meanAbsoluteError(_ samples: [Sample]) -> Double {
        samples.reduce(0) { $0 + abs($1.coverage - $1.truth) } / Double(max(samples.count, 1))
    }

    @Test("Growing plants come out within 4 points of their truth, on average")
    func growth() async throws {
        let (samples, rejected) = try await replay("pisco-growth")
        #expect(rejected.isEmpty, "\(rejected)")
        #expect(meanAbsoluteError(samples) <= 0.04)
        #expect((samples.last?.coverage ?? 0) > 5 * (samples.first?.coverage ?? 1))
    }

    @Test("Where no plants are, 0.5 % are seen at most, on average")
    func clean() async throws {
        let (samples, rejected) = try await replay("pisco-clean")
        #expect(rejected.isEmpty, "\(rejected)")
        #expect(!samples.isEmpty)
        #expect(meanAbsoluteError(samples) <= 0.005)
    }

    @Test("Under glare what is measured is within 6 points, on average; else it is refused as such")
    func glare() async throws {
        let (samples, rejected) = try await replay("pisco-glare")
        #expect(meanAbsoluteError(samples) <= 0.06)
        #expect(rejected.allSatisfy { ["glare", "littleVisible"].contains($0) }, "\(rejected)")
    }

    @Test("Night in infrared is refused")
    func night() async throws {
        let (samples, rejected) = try await replay("pisco-night")
        #expect(samples.isEmpty)
        #expect(!rejected.isEmpty && rejected.allSatisfy { ["noColour", "black"].contains($0) })
    }
}
