import FoundationEssentials
import Growth
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Real duckweed: forty wells of a culture plate, measured on seven days of eleven.
@Suite struct WellsTests {
    static let file = RealData.path("growth/wells-daily.csv")

    @Test(
        "the rate of real duckweed agrees with a straight line through the same days",
        .enabled(if: file != nil, "wells-daily.csv is not there: set DUCKWEED_DATA to its folder"))
    func wells() throws {
        let text = try String(contentsOfFile: try #require(Self.file), encoding: .utf8)
        let wells = Dictionary(grouping: try samples(text), by: \.camera)
        #expect(wells.count == 40)
        let differences = wells.values.compactMap { well -> Double? in
            var estimator = GrowthEstimator()
            let last = well.reduce(GrowthEstimate?.none) { estimator.add($1) }
            guard let last, let rate = last.rate else { return nil }
            return abs(rate - leastSquaresRate(well.filter { last.time - $0.time <= .days(7) }))
        }
        #expect(differences.count >= 20, "most wells must have a rate")
        let median = try #require(differences.sorted().dropFirst(differences.count / 2).first)
        #expect(median < 0.02)
    }

    private func samples(_ text: String) throws -> [CoverageSample] {
        try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = line.split(separator: ",").map(String.init)
            try #require(fields.count == 3)
            return CoverageSample(
                camera: CameraID(fields[0]),
                time: try #require(Timestamp(fields[1])),
                coverage: try #require(Double(fields[2])), visibleShare: 1, sigmaLogit: 0.05,
                frames: 1, model: "wells")
        }
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
