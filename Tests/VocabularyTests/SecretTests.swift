import FoundationEssentials
import Testing
import Vocabulary

/// A password must not appear by accident.
@Suite struct SecretTests {
    static let password = "lotus-42"
    static let source = VideoSource(
        location: "rtsp://10.0.0.7/stream",
        credentials: Credentials(user: "viewer", password: Secret(password)))

    @Test("no way of printing shows it, not even of what holds it")
    func printing() throws {
        let secret = Secret(Self.password)
        let credentials = try #require(Self.source.credentials)
        var dumped = ""
        dump(Self.source, to: &dumped)
        let texts = [
            "\(secret)", String(describing: secret), String(reflecting: secret), "\(credentials)",
            String(reflecting: credentials), "\(Self.source)", String(reflecting: Self.source),
            "\([secret])", "\(Optional(secret) as Any)", dumped,
        ]
        for text in texts {
            #expect(!text.contains(Self.password))
            #expect(text.contains("•••"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test("whoever hands it to the camera gets it")
    func revealed() {
        #expect(Secret(Self.password).revealed == Self.password)
    }

    @Test("it is coded in clear, as a plain string, for the sampler")
    func coding() throws {
        let data = try JSONEncoder().encode([Secret(Self.password)])
        #expect(String(decoding: data, as: UTF8.self) == #"["lotus-42"]"#)
        #expect(
            try JSONDecoder().decode([Secret].self, from: data).first?.revealed == Self.password)
    }

    @Test(
        "a location is shown without user name and password",
        arguments: [
            ("rtsp://u:hunter2@10.0.0.1/x", "rtsp://•••@10.0.0.1/x"),
            ("rtsp://u:p@ss@10.0.0.1?q=a@b", "rtsp://•••@10.0.0.1?q=a@b"),
            ("https://10.0.0.1/a@b", "https://10.0.0.1/a@b"), ("clips/a@b.mp4", "clips/a@b.mp4"),
        ])
    func displayLocation(location: String, shown: String) {
        #expect(VideoSource(location: location).displayLocation == shown)
    }
}
