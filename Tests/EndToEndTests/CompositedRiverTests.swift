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

    /// What a replay printed.
    private struct Replayed {
        var samples: [Sample]
        /// Why keyframes were refused.
        var rejected: [String]
        /// The last growth rate that was published, in 1/day.
        var lastRate: Double?
    }

    /// Replays a clip; some of its keyframes may be refused, and each finds its truth by number.
    private func replay(_ name: String) async throws -> Replayed {
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
        return Replayed(
            samples: samples, rejected: lines.rejected.compactMap(\.reason),
            lastRate: lines.growth.last { $0.published == true }?.rate)
    }

    private func meanAbsoluteError(_ samples: [Sample]) -> Double {
        samples.reduce(0) { $0 + abs($1.coverage - $1.truth) } / Double(max(samples.count, 1))
    }

    @Test("Growing plants come out within 4 points of their truth, on average")
    func growth() async throws {
        let clip = try await replay("pisco-growth")
        #expect(clip.rejected.isEmpty, "\(clip.rejected)")
        #expect(meanAbsoluteError(clip.samples) <= 0.04)
        #expect((clip.samples.last?.coverage ?? 0) > 5 * (clip.samples.first?.coverage ?? 1))
        // One sample a day; the plants fill what they can reach, so growth ends below full cover.
        let truth = ratePerDay(clip.samples.suffix(8).map(\.truth))
        #expect(abs((clip.lastRate ?? .infinity) - truth) <= 0.04, "\(truth) is true")
    }

    /// Slope of logit coverage by least squares, for one coverage a day.
    private func ratePerDay(_ coverages: [Double]) -> Double {
        let middle = Double(coverages.count - 1) / 2
        var product = 0.0
        var square = 0.0
        for (day, coverage) in coverages.enumerated() {
            let offset = Double(day) - middle
            product += offset * log(coverage / (1 - coverage))
            square += offset * offset
        }
        return product / square
    }

    @Test("Where no plants are, 0.5 % are seen at most, on average")
    func clean() async throws {
        let clip = try await replay("pisco-clean")
        let (samples, rejected) = (clip.samples, clip.rejected)
        #expect(rejected.isEmpty, "\(rejected)")
        #expect(!samples.isEmpty)
        #expect(meanAbsoluteError(samples) <= 0.005)
    }

    @Test("Under glare what is measured is within 6 points, on average; else it is refused as such")
    func glare() async throws {
        let clip = try await replay("pisco-glare")
        let (samples, rejected) = (clip.samples, clip.rejected)
        #expect(meanAbsoluteError(samples) <= 0.06)
        #expect(rejected.allSatisfy { ["glare", "littleVisible"].contains($0) }, "\(rejected)")
    }

    @Test("Night in infrared is refused")
    func night() async throws {
        let clip = try await replay("pisco-night")
        let (samples, rejected) = (clip.samples, clip.rejected)
        #expect(samples.isEmpty)
        #expect(!rejected.isEmpty && rejected.allSatisfy { ["noColour", "black"].contains($0) })
    }
}
