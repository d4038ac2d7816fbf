import Backtesting
import Testing
import Vocabulary

@Suite struct SeriesNotationTests {
    private func points(_ text: String) throws -> [SeriesPoint] {
        try SeriesNotation(text).points(from: .epoch, every: .seconds(86_400))
    }

    @Test("the notation means what promtool's means: x counts what follows")
    func counts() throws {
        let seen = try points("0.02+0.01x3 _x2 50%x1 0.5-0.1x2")
        #expect(
            seen.map { $0.gapReason == nil ? ($0.coverage * 1000).rounded() : -1 }
                == [20, 30, 40, 50, -1, -1, 500, 500, 500, 400, 300])
        #expect(seen.last?.time == .epoch + .days(10))
    }

    @Test("growth is logistic, by the rate that is written")
    func growth() throws {
        let seen = try points("3%~0.25x10")
        #expect(seen.count == 11)
        // ln(C / (1 − C)) rises by 2.5: 0.03/0.97 · e^2.5 = 0.37678.
        #expect(abs((seen.last?.coverage ?? 0) - 0.37678 / 1.37678) < 1e-5)
    }

    @Test("a gap may say its reason")
    func gaps() throws {
        #expect(
            try points("_ _glarex2 _overexposed").map(\.gapReason) == [
                .timedOut, .glare, .glare, .overexposed,
            ])
    }

    @Test(
        "what can't be read is told",
        arguments: [
            ("", "empty"), ("0.9+0.1x2", "ends at a coverage of 1.1"), ("30", "30%"),
            ("abc", "number"),
            ("0.1+0.1", "how many"), ("_fogx2", "no reason"), ("0~0.1x3", "nothing grows"),
            ("0.1x600000", "not a number"),
        ])
    func mistakes(text: String, part: String) {
        #expect {
            try points(text)
        } throws: { error in
            guard let mistake = error as? SeriesNotation.Mistake else { return false }
            return "\(mistake.message) \(mistake.suggestion)".contains(part)
        }
    }
}
