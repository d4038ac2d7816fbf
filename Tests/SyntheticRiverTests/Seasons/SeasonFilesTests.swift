import Foundation
import SyntheticRiver
import Testing
import Vocabulary

@Suite struct SeasonFilesTests {
    @Test("series, truth and events are written line by line, and the same for the same plan")
    func files() throws {
        let plan = SeasonPlan(
            years: 2, seed: 9, step: try #require(SampleSpacing("6h")))
        let years = (0..<2).map { CameraYear(plan, number: $0) }
        let first = try contents(of: years)
        #expect(try contents(of: years) == first)

        let samples = years.reduce(0) { $0 + $1.samples.count }
        let series = try #require(first["series.csv"]).split(separator: "\n")
        let truth = try #require(first["truth.csv"]).split(separator: "\n")
        let events = try #require(first["events.csv"]).split(separator: "\n")
        #expect(series.first == "time,coverage,camera,sigma")
        #expect(truth.first == "time,camera,coverage,rate")
        #expect(events.first == "time,camera,event,size")
        #expect(series.count == samples + 1 && truth.count == series.count)
        #expect(events.count == years.reduce(1) { $0 + $1.jumps.count })

        for (measured, known) in zip(series, truth).dropFirst() {
            #expect(measured.prefix(20) == known.prefix(20), "the times differ")
        }
        let sample = years[0].samples[0]
        let fields = try #require(series.dropFirst().first).split(separator: ",")
        #expect(Timestamp(String(fields[0])) == sample.time)
        #expect(abs((Double(fields[1]) ?? -1) - sample.coverage) < 1e-6)
        #expect(fields[2] == "camera-00001")
        #expect(abs((Double(fields[3]) ?? -1) - sample.sigmaLogit) < 1e-6)
        let last = try #require(truth.last).split(separator: ",")
        let newest = try #require(years[1].samples.last)
        let point = try #require(years[1].truth(at: newest.time))
        #expect(abs((Double(last[3]) ?? -1) - point.ratePerDay) < 1e-6)
    }

    private func contents(of years: [CameraYear]) throws -> [String: String] {
        let folder = URL.temporaryDirectory.appending(path: "season-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try SeasonFiles(into: folder.path(percentEncoded: false))
        for year in years { try files.write(year) }
        return try ["series.csv", "truth.csv", "events.csv"].reduce(into: [:]) {
            $0[$1] = try String(contentsOf: folder.appending(path: $1), encoding: .utf8)
        }
    }
}
