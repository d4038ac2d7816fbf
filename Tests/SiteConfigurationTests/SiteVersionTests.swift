import FoundationEssentials
import SiteConfiguration
import Testing

@Suite("The version of a site")
struct SiteVersionTests {
    @Test(
        "the version changes with each file that the site names, and not with secrets or the folder"
    )
    func versionOfAllFiles() throws {
        var files = [
            "site.yaml": """
            site: s
            departments: [{id: d}]
            routes: [{to: d}]
            rules: [{id: r, kind: coverage, raise: 30%}]
            cameras: {file: cameras.geojson}
            """,
            "cameras.geojson": """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "properties":
            {"id": "a", "url": "rtsp://10.1.2.3/a", "zone": "z.json", "recalibration": "c.json",
            "user": "env:LOCK3_USER", "password": "file:secret"}}]}
            """,
            "z.json": #"{"mask": "m.png"}"#,
            "c.json": #"{"version": 1, "model": "m", "slope": 1.5, "offset": -1}"#,
            "secret": "one",
        ]
        let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        func version(mask: [UInt8] = png) throws -> String {
            let folder = try TemporaryFolder()
            for (name, text) in files { _ = try folder.write(text, to: name) }
            try Data(mask).write(to: URL(fileURLWithPath: "\(folder.path)/m.png"))
            return try SiteFile.load(
                path: "\(folder.path)/site.yaml", environment: SiteFixture.environment
            ).version
        }
        let before = try version()
        #expect(try version() == before)
        #expect(try version(mask: png + [1]) != before)
        for name in ["site.yaml", "cameras.geojson", "z.json", "c.json"] {
            let text = files[name]
            files[name] = (text ?? "") + "\n"
            #expect(try version() != before, "\(name)")
            files[name] = text
        }
        files["secret"] = "two"
        #expect(try version() == before)
    }
}
