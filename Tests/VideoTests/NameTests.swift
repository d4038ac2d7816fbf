import Testing
import Video
import Vocabulary

@Suite("Names of files and cameras")
struct NameTests {
    @Test(
        "times in file names",
        arguments: [
            ("2019-10-03.jpg", "2019-10-03T12:00:00Z"),
            ("20191003.png", "2019-10-03T12:00:00Z"),
            ("2019_10_03.png", "2019-10-03T12:00:00Z"),
            ("2019-10-03T06-00-00.jpg", "2019-10-03T06:00:00Z"),
            ("2019-10-03T06:00:00Z.jpg", "2019-10-03T06:00:00Z"),
            ("2019-10-03 06.30.15.jpg", "2019-10-03T06:30:15Z"),
            ("2019-10-03_0630.jpg", "2019-10-03T06:30:00Z"),
            ("20191003_060000.jpg", "2019-10-03T06:00:00Z"),
            ("20191003T060059.jpg", "2019-10-03T06:00:59Z"),
            ("20191003060059.jpg", "2019-10-03T06:00:59Z"),
            ("weir-2_2024-02-29.jpg", "2024-02-29T12:00:00Z"),
            ("IMG_20240229_235959.jpg", "2024-02-29T23:59:59Z"),
            ("cam7-1570082400123.jpg", "2019-10-03T06:00:00.123Z"),
            ("7258118399999.jpg", "2199-12-31T23:59:59.999Z"),
        ])
    func times(name: String, moment: String) {
        #expect(FileNameTime.moment(in: name) == Timestamp(moment))
    }

    @Test(
        "numbers that are no times",
        arguments: [
            "0000000002.jpg", "cctv-0441.jpg", "frame_00001.jpg", "2019-13-03.jpg",
            "2023-02-29.jpg", "99991231.jpg", "12345678.jpg", "201910031.jpg", "2019-10.jpg", "",
            "1080p.jpg", "2019-1003.jpg", "9999999999999.jpg", "7258118400000.jpg",
        ])
    func noTimes(name: String) { #expect(FileNameTime.moment(in: name) == nil) }

    @Test("numbers in names count by their value")
    func naturalOrder() {
        let sorted = [
            "1.jpg", "2.jpg", "010.jpg", "10.jpg", "100.jpg", "a.jpg", "a1b2.jpg", "a1b10.jpg",
            "a02b1.jpg", "b.jpg",
        ]
        #expect(sorted.reversed().sorted(by: NaturalOrder.precedes) == sorted)
        for name in sorted { #expect(!NaturalOrder.precedes(name, name)) }
    }

    @Test(
        "an address is taken apart and shown without its secrets",
        arguments: [
            ("rtsp://cam.example/live", "cam.example", nil, "rtsp://cam.example/live"),
            ("rtsp://10.0.0.7:8554/live/1", "10.0.0.7", 8554, "rtsp://10.0.0.7:8554/live/1"),
            ("rtsp://u:p@cam/live?token=x", "cam", nil, "rtsp://cam/live?…"),
            ("http://u:p%40@[fe80::1]:80/a.jpg#top", "fe80::1", 80, "http://[fe80::1]:80/a.jpg"),
            ("https://cam", "cam", nil, "https://cam"),
            ("HTTP://cam/?u=a&p=b", "cam", nil, "http://cam/?…"),
        ] as [(String, String, UInt16?, String)])
    func addresses(text: String, host: String, port: UInt16?, shown: String) throws {
        let address = try #require(CameraAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.displayName == shown)
    }

    @Test(
        "what is no camera's address",
        arguments: [
            "", "cam", "rtsp://", "ftp://cam/", "rtsp://cam:0/", "rtsp://cam:99999/",
            "rtsp://cam:x/", "rtsp:///live", "http://cam/a b", "http://cam/\r\nX: y",
            "http://[::1/",
            "file:///etc/passwd",
        ])
    func noAddresses(text: String) { #expect(CameraAddress(text) == nil) }

    @Test(
        "secrets are taken out of text",
        arguments: [
            ("reading rtsp://u:p@cam/live now", "reading rtsp://cam/live now"),
            ("http://cam/a.jpg?user=admin&pwd=x", "http://cam/a.jpg?…"),
            ("rtsp://u:p/w@cam/live", "rtsp://cam/live"),
            ("rtsp://u:p@q@cam/live", "rtsp://cam/live"),
            ("Authorization: Basic dTpw", "(left out)"),
            ("one\nproxy-authorization: x\ntwo", "one\n(left out)\ntwo"),
            ("nothing to hide", "nothing to hide"),
        ])
    func scrubbing(text: String, shown: String) {
        #expect(CredentialScrubber.scrubbed(text) == shown)
    }

    @Test("a broken stream's log lines are bounded, second by second")
    func logLimit() {
        var limit = LogLineLimit(linesPerSecond: 3)
        let admitted = [5, 5, 5, 5, 5, 6, 6, 9].map { limit.admits(second: $0) }
        #expect(admitted == [true, true, true, false, false, true, true, true])
    }

    @Test("a deadline that is no time is refused", arguments: [0, -1, Double.nan])
    func deadlines(seconds: Double) {
        let error = #expect(throws: VideoError.self) {
            _ = try VideoReader(
                VideoSource(location: "rtsp://127.0.0.1:1/live"), deadlineSeconds: seconds)
        }
        #expect(error?.code == .invalidRequest)
    }

    @Test("a camera that can't be opened is named without user, password and query")
    func errorsKeepSecrets() {
        for location in [
            "rtsp://watcher:s3cret@127.0.0.1:1/live?key=s3cret",
            "http://watcher:s3cret@127.0.0.1:1/a.jpg?key=s3cret",
            "rtsp://watcher:s3cret@127.0.0.1:99999/live",
        ] {
            let source = VideoSource(
                location: location,
                credentials: Credentials(user: "watcher", password: Secret("s3cret")))
            let error = #expect(throws: VideoError.self) {
                _ = try VideoReader(source, deadlineSeconds: 2)
            }
            #expect(error?.message.contains("s3cret") == false, "\(error as Any)")
            #expect(error?.message.contains("watcher") == false, "\(error as Any)")
        }
    }

    @Test("credentials too long for the RTSP client are refused, not cut")
    func longCredentials() {
        let source = VideoSource(
            location: "rtsp://127.0.0.1:1/live",
            credentials: Credentials(
                user: "watcher", password: Secret(String(repeating: "%", count: 50))))
        let error = #expect(throws: VideoError.self) {
            _ = try VideoReader(source, deadlineSeconds: 2)
        }
        #expect(error?.code == .invalidRequest)
        #expect(error?.message.contains("too long") == true)
    }

    @Test(
        "every failure means something for the camera's series", arguments: VideoError.Code.allCases
    )
    func gapReasons(code: VideoError.Code) {
        #expect(!VideoError(code, "").gapReason.isRejectedFrame)
    }
}
