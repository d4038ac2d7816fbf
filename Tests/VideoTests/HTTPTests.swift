import Imaging
import Testing
import Video
import Vocabulary

@Suite(
    "Live cameras over HTTP", .serialized,
    .enabled(if: TestServer.canServeHTTP, TestServer.httpAbsence))
struct HTTPTests {
    private static let credentials = Credentials(user: "watcher", password: Secret("p@ss:w/rd"))
    private let folder: TemporaryFolder
    private let server: TestServer

    init() throws {
        folder = try TemporaryFolder()
        let frame = TestPicture.frame(width: 128, height: 96)
        try folder.write(try PictureEncoder.jpeg(frame, quality: 95), to: "picture.jpg")
        let grain = try PictureEncoder.jpeg(
            TestPicture.grain(width: 128, height: 96, seed: 1), quality: 95)
        try folder.write(Array(grain.prefix(grain.count / 2)), to: "half.jpg")
        try folder.write(Array("a page, not a picture".utf8), to: "page.txt")
        let settings = ClipSettings(width: 128, height: 96, keyframeInterval: 5)
        try TestClip.write(to: folder.file("clip.ts"), settings, frameCount: 20)
        server = try TestServer("http-server.py", [folder.path])
    }

    private func source(
        _ path: String, credentials: Credentials? = nil, host: String = "127.0.0.1",
        address: String? = nil
    ) -> VideoSource {
        VideoSource(
            location: "http://\(host):\(server.port)\(path)", credentials: credentials,
            address: address)
    }

    private func failure(
        _ path: String, credentials: Credentials? = nil, deadlineSeconds: Double = 20
    ) -> VideoError? {
        do {
            var reader = try VideoReader(
                source(path, credentials: credentials), deadlineSeconds: deadlineSeconds)
            var frame = Frame()
            for _ in 0..<1000 { _ = try reader.nextKeyframe(into: &frame) }
            return nil
        } catch {
            return error
        }
    }

    /// Paths and `Host` headers of the requests so far.
    private func requests() throws -> String {
        String(decoding: try folder.bytes(of: "requests.log"), as: UTF8.self)
    }

    @Test("each frame of a snapshot address is a request of its own")
    func snapshots() throws {
        var reader = try VideoReader(source("/picture.jpg"), deadlineSeconds: 20)
        #expect(reader.ignoredOptions.isEmpty)
        var frame = Frame()
        for index in 0..<3 {
            let info = try #require(try reader.nextKeyframe(into: &frame))
            #expect(info.index == index)
            #expect(areClose([frame.quadrants[0]], [TestPicture.topLeft]))
        }
        #expect(frame.encoding == .reference)
        #expect(try requests().split(separator: "\n").count == 3)
    }

    @Test("damaged pictures are asked for three times, with pauses, and then no more")
    func damagedSnapshots() throws {
        // A slow machine makes the time longer, never shorter: the pauses alone take 400 ms.
        let startedAt = ContinuousClock.now
        var reader = try VideoReader(source("/half.jpg"), deadlineSeconds: 60)
        var frame = Frame()
        for _ in 0..<2 { #expect(try reader.nextKeyframe(into: &frame)?.isDamaged == true) }
        let error = #expect(throws: VideoError.self) { try reader.nextKeyframe(into: &frame) }
        #expect(error?.code == .damaged)
        #expect(startedAt.duration(to: .now) >= .milliseconds(400))
        #expect(reader.damagedCount == 3)
        #expect(try requests().split(separator: "\n").count == 3)
    }

    @Test("a damaged picture counts once, even when the camera is gone afterwards")
    func damagedOnce() throws {
        var reader = try VideoReader(source("/half.jpg"), deadlineSeconds: 20)
        var frame = Frame()
        _ = try reader.nextKeyframe(into: &frame)
        server.kill()
        for _ in 0..<2 {
            #expect(throws: VideoError.self) { try reader.nextKeyframe(into: &frame) }
            #expect(reader.damagedCount == 1)
        }
    }

    @Test("all requests together meet one deadline, which can be started again")
    func sharedDeadline() throws {
        var reader = try VideoReader(source("/picture.jpg"), deadlineSeconds: 1)
        var frame = Frame()
        #expect(throws: VideoError.self) {
            for _ in 0..<100_000 { _ = try reader.nextKeyframe(into: &frame) }
        }
        reader.restartDeadline()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
    }

    @Test("a picture whose length the camera does not tell is read")
    func unknownLength() throws {
        var reader = try VideoReader(source("/chunked/picture.jpg"), deadlineSeconds: 20)
        var frame = Frame()
        for index in 0..<2 {
            #expect(try reader.nextKeyframe(into: &frame)?.index == index)
            #expect(areClose([frame.quadrants[0]], [TestPicture.topLeft]))
        }
    }

    @Test("the vetted address is connected to, and the camera still hears its own name")
    func vettedAddress() throws {
        var reader = try VideoReader(
            source("/picture.jpg", host: "camera.invalid", address: "127.0.0.1"),
            deadlineSeconds: 20)
        var frame = Frame()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
        #expect(try requests().contains("camera.invalid:\(server.port)"))
    }

    @Test(
        "user name and password are given; wrong ones are refused", arguments: ["basic", "digest"])
    func passwords(scheme: String) throws {
        var reader = try VideoReader(
            source("/auth/\(scheme)/picture.jpg", credentials: Self.credentials),
            deadlineSeconds: 20)
        var frame = Frame()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
        let wrong = Credentials(user: "watcher", password: Secret("wr0ng-secret"))
        let error = try #require(failure("/auth/\(scheme)/picture.jpg", credentials: wrong))
        #expect(error.code == .unauthorised)
        #expect(!error.message.contains("wr0ng") && !error.message.contains("watcher"))
    }

    @Test("a multipart stream gives picture after picture")
    func multipart() throws {
        var reader = try VideoReader(source("/multipart/picture.jpg"), deadlineSeconds: 20)
        #expect(reader.ignoredOptions.isEmpty)
        var frame = Frame()
        for index in 0..<3 { #expect(try reader.nextKeyframe(into: &frame)?.index == index) }
    }

    @Test("a transport stream gives its keyframes, and its end is an error")
    func transportStream() throws {
        var reader = try VideoReader(source("/clip.ts"), deadlineSeconds: 20)
        #expect(reader.ignoredOptions.isEmpty)
        var frame = Frame()
        for index in 0..<4 { #expect(try reader.nextKeyframe(into: &frame)?.index == index) }
        let error = #expect(throws: VideoError.self) { try reader.nextKeyframe(into: &frame) }
        #expect(error?.code == .closed)
    }

    @Test("a missing picture is not found, and a query is not repeated in the message")
    func missing() throws {
        let error = try #require(failure("/nothing.jpg?user=admin&password=s3cret"))
        #expect(error.code == .notFound)
        #expect(!error.message.contains("s3cret"))
    }

    @Test(
        "an address that leads elsewhere or answers with a playlist is refused",
        arguments: ["/away", "/playlist", "/page.txt"])
    func hostile(path: String) throws {
        let error = try #require(failure(path))
        if path == "/away" {
            #expect(error.message.contains("another address"), "\(error)")
        } else {
            #expect(try !requests().contains("/secret.ts"))
        }
    }

    @Test(
        "silence and a trickle of bytes run into the deadline", arguments: ["/silent", "/trickle"])
    func slow(path: String) throws {
        let error = try #require(failure(path, deadlineSeconds: 1))
        #expect(error.code == .timedOut, "\(error)")
    }
}
