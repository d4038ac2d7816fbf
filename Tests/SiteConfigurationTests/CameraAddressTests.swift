import SiteConfiguration
import Testing
import Vocabulary

@Suite("The address of a camera")
struct CameraAddressTests {
    /// The location that the site gives a camera with this `url`.
    private func location(of url: String) throws -> String? {
        let folder = try TemporaryFolder()
        let quoted = url.replacing("'", with: "''")
        let text = try SiteFixture.text("minimal.yaml")
            .replacing("rtsp://10.1.2.3/stream1", with: "'\(quoted)'")
        let path = try folder.write(text, to: "site.yaml")
        return try SiteFile.load(path: path, environment: [:]).camera("lock-3")?.source.location
    }

    @Test(
        "is taken as it is, the scheme in lower case",
        arguments: [
            ("rtsp://10.1.2.3", "rtsp://10.1.2.3"),
            ("RTSP://10.1.2.3:8554/Stream1", "rtsp://10.1.2.3:8554/Stream1"),
            ("rtsps://[fd00::7]:322/s", "rtsps://[fd00::7]:322/s"),
            ("http://cam-3.river.example/snap.jpg", "http://cam-3.river.example/snap.jpg"),
            (
                "rtsp://10.1.2.3/user=&password=&channel=1",
                "rtsp://10.1.2.3/user=&password=&channel=1"
            ),
            ("rtsp://10.1.2.3/a%40b?c=d#e", "rtsp://10.1.2.3/a%40b?c=d#e"),
        ])
    func accepted(url: String, expected: String) throws {
        #expect(try location(of: url) == expected)
    }

    @Test(
        "is refused when no camera can be there",
        arguments: [
            "rtsp://", "rtsp://:554/s", "rtsp://10.1.2.3:0/s", "rtsp://10.1.2.3:/s",
            "rtsp://[fd00::7/s", "rtsp://[fd00]/s", "rtsp://a b/s", "rtsp://10.1.2.3/a b",
            "rtsp://10.1.2.3/a\tb", "file:///etc/passwd", "udp://10.1.2.3", "concat:a|b",
        ])
    func refused(url: String) throws {
        #expect(throws: SiteMistakes.self) { try location(of: url) }
    }

    @Test(
        "never shows a password, whatever characters it holds",
        arguments: ["", "/", "@", ":", "#", "?", " ", "%", "://", "@/", ":9/", "\u{e9}", "[", "]"],
        [
            "rtsp://admin:PW@10.1.2.3/s", "RTSP://PW@10.1.2.3/s", "rtsp://10.1.2.3/s?password=PW",
            "rtsp://10.1.2.3/user=admin&pwd=PW&channel=1", "rtsp://admin:PW/", "admin:PW@10.1.2.3",
            "rstp://admin:PW@10.1.2.3/s",
        ])
    func redacted(middle: String, form: String) throws {
        // After an '@', what follows is the host.
        guard !(middle.contains("@") && form.hasSuffix("PW/")) else { return }
        let url = form.replacing("PW", with: "tulip\(middle)zebra")
        let mistakes = try #require(throws: SiteMistakes.self) { try location(of: url) }
        #expect(!mistakes.description.contains("tulip"))
        #expect(!mistakes.description.contains("zebra"))
    }
}
