import Imaging
import Testing
import Video
import Vocabulary

@Suite(
    "Live cameras over RTSP", .serialized,
    .enabled(if: TestServer.canServeRTSP, TestServer.rtspAbsence))
struct RTSPTests {
    private static let user = "watcher"
    private static let password = "p@ss:w/rd%"

    /// A camera that loops a clip with a keyframe every 0.2 s.
    private static func camera(
        _ folder: TemporaryFolder, codec: ClipSettings.Codec = .h264, scheme: String = "none"
    ) throws -> TestServer {
        let path = folder.file("clip.\(codec.rawValue)")
        try TestClip.write(
            to: path,
            ClipSettings(
                width: 128, height: 96, codec: codec, keyframeInterval: 5, encoding: .reference),
            frameCount: 150)
        return try TestServer(
            "rtsp-server.py",
            [
                path, "--codec", codec.rawValue, "--scheme", scheme, "--user", user,
                "--password", password,
            ])
    }

    private static func failure(
        _ location: String, credentials: Credentials? = nil, address: String? = nil,
        deadlineSeconds: Double = 20
    ) -> VideoError? {
        do {
            let source = VideoSource(
                location: location, credentials: credentials, address: address)
            var reader = try VideoReader(source, deadlineSeconds: deadlineSeconds)
            var frame = Frame()
            // No test stream has a thousand keyframes before its fault.
            for _ in 0..<1000 { _ = try reader.nextKeyframe(into: &frame) }
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "keyframes come in order and in colour", arguments: [ClipSettings.Codec.h264, .h265])
    func keyframes(codec: ClipSettings.Codec) throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder, codec: codec)
        var reader = try VideoReader(
            VideoSource(location: "rtsp://127.0.0.1:\(camera.port)/live"), deadlineSeconds: 20)
        #expect(reader.ignoredOptions.isEmpty)
        var frame = Frame()
        var times: [Double] = []
        for index in 0..<3 {
            let info = try #require(try reader.nextKeyframe(into: &frame))
            #expect(info.index == index)
            #expect(!info.isDamaged)
            // The first comes before the camera has told how its clock runs.
            if let seconds = info.mediaSeconds { times.append(seconds) }
        }
        #expect(times == times.sorted())
        #expect((frame.width, frame.height) == (128, 96))
        let spread = frame.quadrants.map(\.blue)
        #expect(abs(spread[0] - TestPicture.topLeft.blue) <= 3)
        #expect(abs(spread[1] - TestPicture.topRight.blue) <= 3)
        #expect(try reader.skipKeyframes(2) == 2)
        #expect(try reader.nextKeyframe(into: &frame)?.index == 5)
        #expect(reader.damagedCount == 0)
        #expect(throws: VideoError.self) { try reader.seek(toMediaSeconds: 0) }
        withExtendedLifetime(camera) {}
    }

    @Test("the vetted address takes the place of the host, whose name is not resolved")
    func vettedAddress() throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder)
        var reader = try VideoReader(
            VideoSource(
                location: "rtsp://camera.invalid:\(camera.port)/live", address: "127.0.0.1"),
            deadlineSeconds: 20)
        var frame = Frame()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
        withExtendedLifetime(camera) {}
    }

    @Test(
        "user name and password are given; wrong ones are refused", arguments: ["basic", "digest"])
    func passwords(scheme: String) throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder, scheme: scheme)
        let location = "rtsp://127.0.0.1:\(camera.port)/live"
        let right = Credentials(user: Self.user, password: Secret(Self.password))
        var reader = try VideoReader(
            VideoSource(location: location, credentials: right), deadlineSeconds: 20)
        var frame = Frame()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
        let wrong = Credentials(user: Self.user, password: Secret("wr0ng-secret"))
        for credentials in [wrong, nil] {
            let error = try #require(Self.failure(location, credentials: credentials))
            #expect(error.code == .unauthorised)
            #expect(error.gapReason == .unauthorised)
            #expect(!error.message.contains("wr0ng"))
            #expect(!error.message.contains(Self.user))
        }
        withExtendedLifetime(camera) {}
    }

    @Test("a path that the camera does not have is not found")
    func missingPath() throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder)
        let error = try #require(Self.failure("rtsp://127.0.0.1:\(camera.port)/nothing"))
        #expect(error.code == .notFound)
        #expect(error.message.contains("404"))
        withExtendedLifetime(camera) {}
    }

    @Test("a camera that falls silent runs into the deadline")
    func stalled() throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder)
        let error = try #require(
            Self.failure("rtsp://127.0.0.1:\(camera.port)/stall", deadlineSeconds: 4))
        #expect(error.code == .timedOut)
        #expect(error.gapReason == .timedOut)
        withExtendedLifetime(camera) {}
    }

    @Test("a camera that loses its power is an error and not the end of a clip")
    func killed() throws {
        let folder = try TemporaryFolder()
        let camera = try Self.camera(folder)
        var reader = try VideoReader(
            VideoSource(location: "rtsp://127.0.0.1:\(camera.port)/live"), deadlineSeconds: 20)
        var frame = Frame()
        #expect(try reader.nextKeyframe(into: &frame) != nil)
        camera.kill()
        let error = #expect(throws: VideoError.self) {
            for _ in 0..<1000 { _ = try reader.nextKeyframe(into: &frame) }
        }
        #expect(error?.code == .closed)
        #expect(error?.gapReason == .unreachable)
    }

    @Test("a closed port refuses at once")
    func refused() throws {
        let port = try BarePort(accepts: false)
        let error = try #require(Self.failure("rtsp://127.0.0.1:\(port.number)/live"))
        #expect(error.code == .unreachable)
        #expect(error.message.contains("refused"))
    }

    @Test("a camera that takes the connection and never answers runs into the deadline")
    func silent() throws {
        let port = try BarePort(accepts: true)
        let error = try #require(
            Self.failure("rtsp://127.0.0.1:\(port.number)/live", deadlineSeconds: 1))
        #expect(error.code == .timedOut)
    }
}
