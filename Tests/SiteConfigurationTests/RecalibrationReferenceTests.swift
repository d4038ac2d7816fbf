import SiteConfiguration
import Testing

@Suite struct RecalibrationReferenceTests {
    @Test("a recalibration of another model is a mistake at the place that names it")
    func otherModel() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write(
            #"{"version": 1, "model": "older", "slope": 1.5, "offset": -1}"#, to: "c.json")
        let path = try folder.write(
            """
            site: s
            departments: [{id: d}]
            routes: [{to: d}]
            rules: [{id: r, kind: coverage, raise: 30%}]
            cameras:
              - {id: a, url: "rtsp://10.1.2.3/a"}
              - {id: b, url: "rtsp://10.1.2.3/b", recalibration: c.json}
            """, to: "site.yaml")
        let site = try SiteFile.load(path: path, environment: [:])
        #expect(site.mistakes(withModel: "older").isEmpty)
        let mistakes = site.mistakes(withModel: "newer")
        #expect(
            mistakes.map(\.description) == [
                "\(path):7:54: the recalibration was made for the model older, and the model is "
                    + "newer; make it anew with 'duckweed calibrate', or leave it out"
            ])
    }

    @Test("a recalibration file that is wrong is told with its own places")
    func wrongFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            #"{"version": 1, "slope": 9, "offset": "none"}"#, to: "c.json")
        let error = #expect(throws: SiteMistakes.self) { try RecalibrationFile.load(path: path) }
        let messages = error?.mistakes.map(\.message) ?? []
        #expect(messages.count == 3)
        #expect(messages.contains { $0.contains("needs the key 'model'") })
    }
}
