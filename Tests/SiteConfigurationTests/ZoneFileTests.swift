import SiteConfiguration
import Testing
import Vocabulary

@Suite("Zone files")
struct ZoneFileTests {
    @Test("a mask is named by a zone file or given itself")
    func masks() throws {
        let mask = ZoneOutline.mask(path: "\(SiteFixture.folder)/zones/weir.png")
        #expect(try ZoneFile.load(path: "\(SiteFixture.folder)/zones/weir.json").outline == mask)
        #expect(try ZoneFile.load(path: "\(SiteFixture.folder)/zones/weir.png").outline == mask)
    }

    @Test("keys of a drawing program are passed over")
    func foreignKeys() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            #"{"name": "x\u00e9", "area": null, "width": 4, "height": 3, "polygon": [[0,0],[4,0],[4,3]]}"#,
            to: "zone.json")
        let points = [(0.0, 0.0), (4, 0), (4, 3)].map { PicturePoint(x: $0.0, y: $0.1) }
        #expect(
            try ZoneFile.load(path: path).outline == .polygon(width: 4, height: 3, points: points))
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("", "1:1: expected a JSON value here"),
            ("{\"width\": 4,\n \"width\": 4}", "2:2: the key 'width' stands on line 1 already"),
            ("{\"mask\": \"a.png\", \"width\": 4}", "1:10: the mask"),
            ("{\"é\": tru}", "1:7: expected a JSON value here"),
            ("[1, 2]", "1:1: expected a zone, found a list"),
            ("{\"mask\": 7} x", "1:13: more text follows"),
            ("{\"mask\": \"a\\q\"}", "1:12: this escape is not JSON"),
            ("{\"mask\": \"a", "1:10: this text has no end"),
            (String(repeating: "[", count: 100_000), "1:66: values are nested too deeply"),
        ])
    func mistakes(text: String, expected: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "zone.json")
        let mistakes = try #require(throws: SiteMistakes.self) { try ZoneFile.load(path: path) }
        #expect(mistakes.description.hasPrefix("\(path):\(expected)"))
    }

    @Test("a file that is not there")
    func missing() throws {
        let mistakes = try #require(throws: SiteMistakes.self) {
            try ZoneFile.load(path: "/no/such/zone.json")
        }
        #expect(mistakes.mistakes.map(\.message) == ["the zone file does not exist"])
    }
}
