import Evaluation
import JSONLines
import Testing

/// What is promised of rates and alerts, over 400 simulated camera-years and as many noisy ones.
@Suite("Season", .enabled(if: Program.areBuilt))
struct SeasonTests {
    /// Bars that these 400 do not reach, each with what they do; docs/season.md says why.
    private static let unmet: [String: ClosedRange<Double>] = [
        "delay after onset, median, days": 0...6.4
    ]

    @Test("400 camera-years are judged as well as docs/season.md says")
    func figures() async throws {
        let result = try await Program.run(
            "duckweed-river", ["score", "--years", "400", "--seed", "1", "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let report = try JSONLine.decode(SeasonReport.self, from: result.output)
        let live = try #require(report.methods.first { $0.method == .live && $0.noise == 1 })
        #expect(live.quiet.years == 200 && live.bloom.years == 200)
        #expect(live.all.rates > 80_000 && live.all.blooms > 150)
        #expect(Set(Self.unmet.keys).isSubset(of: report.bars.map(\.name)))
        for bar in report.bars {
            let value = try #require(bar.value, "\(bar.name)")
            if let reached = Self.unmet[bar.name] {
                #expect(reached.contains(value), "\(bar.name)")
                withKnownIssue("The aim; docs/season.md says what is in the way.") {
                    #expect(bar.isMet, "\(bar.name): \(value)")
                }
            } else {
                #expect(bar.isMet, "\(bar.name): \(value)")
            }
        }
    }
}
