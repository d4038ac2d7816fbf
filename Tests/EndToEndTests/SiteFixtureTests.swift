import Foundation
import JSONLines
import Testing

@Suite("The site files of Fixtures", .enabled(if: Program.areBuilt))
struct SiteFixtureTests {
    private struct Identity: Decodable {
        var model: String
    }

    @Test("The good sites pass the check, with recalibrations for the model in use")
    func goodSites() async throws {
        let scratch = try Scratch()
        let folder = scratch.file("Sites")
        try FileManager.default.copyItem(
            atPath: Place.root.appending(path: "Fixtures/Sites").path(percentEncoded: false),
            toPath: folder)
        let printed = try await Program.run("duckweed-sampler", ["--version"])
        let model = try JSONDecoder().decode(Identity.self, from: Data(printed.output.utf8)).model
        // The fixture names a model of its own, because the shipped one's hash changes.
        let file = URL(filePath: "\(folder)/calibrations/lock-3.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let named = try #require(try text.firstMatch(of: Regex(#""model" : "([^"]*)""#)))
        try text.replacing(named[0].substring ?? "", with: #""model" : "\#(model)""#)
            .write(to: file, atomically: true, encoding: .utf8)
        for site in ["minimal", "full", "from-csv", "from-geojson"] {
            let result = try await Program.duckweed(
                "check", "\(folder)/\(site).yaml", environment: ["LOCK3_USER": "viewer"])
            #expect(result.status == 0, "\(site): \(result.output)\(result.errors)")
        }
    }
}
