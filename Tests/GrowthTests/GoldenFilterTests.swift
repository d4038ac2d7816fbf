import Foundation
import Growth
import Testing
import Vocabulary

/// The filter against the same equations in plain matrices (`Golden/filter_in_matrices.py`): a rest, a
/// bloom with outliers, and a harvest.
@Suite struct GoldenFilterTests {
    /// A line of `Golden/filter.csv`.
    struct Row {
        let hours, logit, level, rate, rateLow, rateHigh, noiseScale, jump: Double

        init(_ line: Substring) throws {
            let fields = line.split(separator: ",").compactMap { Double($0) }
            try #require(fields.count == 8)
            hours = fields[0]
            logit = fields[1]
            level = fields[2]
            rate = fields[3]
            rateLow = fields[4]
            rateHigh = fields[5]
            noiseScale = fields[6]
            jump = fields[7]
        }
    }

    @Test("level, rate, interval, noise and the jump are those of the matrices, bin by bin")
    func agreement() throws {
        var estimator = GrowthEstimator()
        let rows = try rows()
        #expect(rows.count > 100)
        var jumps = 0
        for row in rows {
            // Twice, so that the bin is not taken for a moment of glare.
            let sample = sample(hours: row.hours, coverage: 1 / (1 + exp(-row.logit)))
            for _ in 0..<2 { _ = estimator.add(sample) }
            let closed = estimator.closeBin(at: sample.time + .seconds(7200), of: "lock-3")
            let step = try #require(closed)
            let rate = step.posterior.rate
            #expect(abs(step.posterior.level.mean - row.level) < Self.tolerance, "\(row.hours) h")
            #expect(abs(rate.mean - row.rate) < Self.tolerance, "\(row.hours) h")
            #expect(abs(rate.interval.lowerBound - row.rateLow) < Self.tolerance)
            #expect(abs(rate.interval.upperBound - row.rateHigh) < Self.tolerance)
            #expect(abs(step.posterior.noiseScale / row.noiseScale - 1) < Self.tolerance)
            let accepted = step.latestLevelStep.flatMap { $0.accepted == sample.time ? $0 : nil }
            #expect(abs((accepted?.sizeLogit ?? 0) - row.jump) < Self.tolerance)
            if accepted != nil { jumps += 1 }
        }
        #expect(jumps == 1, "the harvest must have been tried")
    }

    /// The state is kept in single precision.
    private static let tolerance = 5e-4

    private func rows() throws -> [Row] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/filter.csv")
        return try String(contentsOf: file, encoding: .utf8)
            .split(whereSeparator: \.isNewline).dropFirst().map(Row.init)
    }
}
