import Foundation
import Growth
import Testing
import Vocabulary

/// Real duckweed: forty wells of a culture plate, measured on seven days of eleven.
@Suite struct WellsTests {
    static let file = RealData.path("growth/wells-daily.csv")

    @Test(
        "the interval of real duckweed's rate holds the straight line through the same days",
        .enabled(if: file != nil, "wells-daily.csv is not there: set DUCKWEED_DATA to its folder"))
    func wells() throws {
        let wells = Dictionary(
            grouping: try RealSeries.samples(path: try #require(Self.file)), by: \.camera)
        #expect(wells.count == 40)
        var differences: [Double] = []
        var held = 0
        for well in wells.values {
            let last = try #require(lastStep(well)).estimate
            guard last.published, let rate = last.rate, let low = last.rateLow,
                let high = last.rateHigh
            else { continue }
            let line = leastSquaresRate(well.filter { last.time - $0.time <= .days(7) })
            differences.append(abs(rate - line))
            if low <= line && line <= high { held += 1 }
        }
        #expect(differences.count >= 24, "most wells must have a rate")
        #expect(Double(held) >= 0.85 * Double(differences.count))
        #expect(differences.sorted()[differences.count / 2] <= 0.04)
    }

    /// Slope of logit coverage over days by ordinary least squares.
    private func leastSquaresRate(_ samples: [CoverageSample]) -> Double {
        let days = samples.map(\.time.daysSinceEpoch)
        let levels = samples.map { log($0.coverage / (1 - $0.coverage)) }
        let meanDay = days.reduce(0, +) / Double(days.count)
        let above = zip(days, levels).reduce(0) { $0 + ($1.0 - meanDay) * $1.1 }
        return above / days.reduce(0) { $0 + ($1 - meanDay) * ($1 - meanDay) }
    }
}

/// A real mat that drifts out of view within a day.
@Suite struct DriftingMatTests {
    static let file = RealData.path("growth/jetty-day.csv")

    @Test(
        "a mat that leaves within hours is named as drift, and has no rate",
        .enabled(if: file != nil, "jetty-day.csv is not there: set DUCKWEED_DATA to its folder"))
    func jetty() throws {
        let samples = try RealSeries.samples(path: try #require(Self.file))
        #expect(samples.count > 50)
        var estimator = GrowthEstimator()
        var steps = estimator.addAll(samples)
        let end = try #require(samples.last?.time) + .days(1)
        steps += [estimator.closeBin(at: end, of: "jetty")].compactMap(\.self)
        #expect(steps.allSatisfy { !$0.estimate.published })
        #expect(steps.allSatisfy { $0.posterior.probability(rateAbove: 0.1) < 0.5 })
        #expect(steps.last?.estimate.movement == .drift)
    }
}

/// Reads series of coverage that are tables with a line for each sample.
enum RealSeries {
    /// The samples of a table with the columns camera, time, coverage; lines without one are gaps.
    static func samples(path: String) throws -> [CoverageSample] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return try text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            try #require(fields.count == 3)
            guard let coverage = Double(fields[2]) else { return nil }
            return CoverageSample(
                camera: CameraID(fields[0]), time: try #require(Timestamp(fields[1])),
                coverage: coverage, visibleShare: 1, sigmaLogit: 0.15, frames: 1,
                model: "photographs")
        }
    }
}

/// Finds real data, which is not part of the project.
enum RealData {
    /// Path of a file below `DUCKWEED_DATA`, or else below `../shared/data`; `nil` when absent.
    static func path(_ name: String) -> String? {
        let package = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder =
            ProcessInfo.processInfo.environment["DUCKWEED_DATA"]
            ?? package.deletingLastPathComponent().appending(path: "shared/data").path
        let path = "\(folder)/\(name)"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
