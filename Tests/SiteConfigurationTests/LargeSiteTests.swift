import SiteConfiguration
import Testing
import Vocabulary

@Suite("A city of 80,000 cameras")
struct LargeSiteTests {
    private static let count = 80_000
    private static let head = """
        site: city
        departments: [{id: water-bureau}]
        routes: [{to: water-bureau}]
        rules: [{id: coverage-high, kind: coverage, raise: 30%}]

        """

    @Test("a table of all cameras is read right")
    func table() throws {
        let folder = try TemporaryFolder()
        var text = "id,name,url,every,keyframes,tag:district,lat,lon\r\n"
        for index in 0..<Self.count {
            text += "cam-\(index),\"Camera \(index), \"\"north\"\"\",rtsp://10.\(index >> 16)."
            text += "\(index >> 8 & 255).\(index & 255)/s,10m,3,d\(index % 12),23.1,113.2\r\n"
        }
        _ = try folder.write(text, to: "cameras.csv")
        let path = try folder.write(Self.head + "cameras: {file: cameras.csv}\n", to: "site.yaml")
        let cameras = try SiteFile.load(path: path, environment: [:]).cameras
        #expect(cameras.count == Self.count)
        let last = try #require(cameras.last)
        #expect(last.id == "cam-79999")
        #expect(last.name == "Camera 79999, \"north\"")
        #expect(last.source.location == "rtsp://10.1.56.127/s")
        #expect(last.tags == ["district": "d\(79_999 % 12)"])
        #expect(Set(cameras.map(\.id)).count == Self.count)
    }

    @Test("a map of all cameras on one line is read right")
    func map() throws {
        let folder = try TemporaryFolder()
        let features = (0..<Self.count).map { index in
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[113.2,23.1]},"#
                + #""properties":{"id":"cam-\#(index)","url":"rtsp://10.0.0.1/\#(index)"}}"#
        }
        let text =
            #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
        _ = try folder.write(text, to: "cameras.geojson")
        let path = try folder.write(
            Self.head + "cameras: {file: cameras.geojson}\n", to: "site.yaml")
        let cameras = try SiteFile.load(path: path, environment: [:]).cameras
        #expect(cameras.count == Self.count)
        #expect(cameras.last?.source.location == "rtsp://10.0.0.1/79999")
    }

    @Test("a mistake in every row is told for every row")
    func mistakes() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<Self.count).map { "cam-\($0),rtsp://10.0.0.1/s,ten\n" }
        _ = try folder.write("id,url,every\n" + rows.joined(), to: "cameras.csv")
        let path = try folder.write(Self.head + "cameras: {file: cameras.csv}\n", to: "site.yaml")
        let mistakes = try #require(throws: SiteMistakes.self) {
            try SiteFile.load(path: path, environment: [:])
        }.mistakes
        #expect(mistakes.count == Self.count)
        #expect(mistakes.last?.line == Self.count + 1)
        #expect(mistakes.last?.message == "'ten' is not a length of time")
    }
}
