import SiteConfiguration
import Testing

@Suite struct ModelReferenceTests {
    private static func site(model: String) -> String {
        """
        site: s
        model: \(model)
        departments: [{id: d}]
        routes: [{to: d}]
        rules: [{id: r, kind: coverage, raise: 30%}]
        cameras: [{id: c, url: "rtsp://10.1.2.3/x"}]

        """
    }

    @Test("A model's path starts at the folder of the site file")
    func relativePath() throws {
        let folder = try TemporaryFolder()
        let model = try folder.write("anything", to: "new.dwm")
        let path = try folder.write(Self.site(model: "new.dwm"), to: "site.yaml")
        let site = try SiteFile.load(path: path, environment: [:])
        #expect(site.model?.path == model)
        let mistake = site.model?.mistake("the model is refused")
        #expect(
            mistake?.description
                == "\(path):2:8: the model is refused; name another file, "
                + "or leave 'model' out to use the built-in one")
    }

    @Test("Without the key the program's own model is used")
    func noModel() throws {
        #expect(try SiteFixture.load("minimal.yaml").model == nil)
    }

    @Test(
        "A model that can't be read is a mistake at its place",
        arguments: [
            ("missing.dwm", "missing.dwm' does not exist"), (".", "' is a folder"),
            ("[a, b]", "expected a path, found a list"),
        ])
    func unreadable(model: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Self.site(model: model), to: "site.yaml")
        let error = #expect(throws: SiteMistakes.self) {
            try SiteFile.load(path: path, environment: [:])
        }
        let mistake = try #require(error?.mistakes.first)
        #expect(mistake.line == 2 && mistake.column == 8)
        #expect(mistake.message.contains(reason), "\(mistake)")
    }
}
