import Imaging
import Testing
import Video

@Suite("Orientation and odd sizes")
struct OrientationTests {
    /// Where the stored quadrants (top left, top right, bottom left, bottom right) are shown.
    private static let shown: [Int: [TestPicture.Colour]] = [
        0: [
            TestPicture.topLeft, TestPicture.topRight, TestPicture.bottomLeft,
            TestPicture.bottomRight,
        ],
        90: [
            TestPicture.bottomLeft, TestPicture.topLeft, TestPicture.bottomRight,
            TestPicture.topRight,
        ],
        180: [
            TestPicture.bottomRight, TestPicture.bottomLeft, TestPicture.topRight,
            TestPicture.topLeft,
        ],
        270: [
            TestPicture.topRight, TestPicture.bottomRight, TestPicture.topLeft,
            TestPicture.bottomLeft,
        ],
    ]

    @Test("a clip is turned as its display matrix says", arguments: [0, 90, 180, 270])
    func displayMatrix(degrees: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("clip.mp4")
        let settings = ClipSettings(width: 128, height: 96, displayRotation: degrees)
        try TestClip.write(to: path, settings, frameCount: 1)
        let reading = try TestClip.read(path)
        let isTurned = degrees % 180 != 0
        #expect((reading.width, reading.height) == (isTurned ? (96, 128) : (128, 96)))
        let encoding = ColourEncoding(matrix: .bt601, range: .limited)
        #expect(reading.encoding == encoding)
        let expected = try #require(Self.shown[degrees])
        // The colours went from full to limited range; their order is what counts here.
        let order = { (colours: [TestPicture.Colour]) in colours.map(\.luma).ranks }
        #expect(order(reading.firstQuadrants) == order(expected))
    }

    @Test(
        "a turned picture that needs conversion is turned too",
        .enabled(if: FFmpegTool.isPresent, FFmpegTool.absence))
    func turnedAndConverted() throws {
        let folder = try TemporaryFolder()
        try TestClip.write(
            to: folder.file("a.mp4"),
            ClipSettings(width: 128, height: 96, encoding: .reference, displayRotation: 90),
            frameCount: 1)
        try FFmpegTool.run([
            "-noautorotate", "-i", folder.file("a.mp4"),
            "-vf", "scale=in_range=pc:out_range=pc,format=yuv444p", "-color_range", "pc",
            "-c:v", "libx264", "-qp", "1", folder.file("b.mp4"),
        ])
        let reading = try TestClip.read(folder.file("b.mp4"))
        #expect((reading.width, reading.height) == (96, 128))
        #expect(areClose(reading.firstQuadrants, try #require(Self.shown[90])))
    }

    @Test(
        "odd sizes keep every row and column",
        arguments: [(17, 16), (16, 17), (101, 75), (33, 199)])
    func oddSizes(width: Int, height: Int) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("clip.avi")
        try TestClip.write(
            to: path, ClipSettings(width: width, height: height, codec: .mjpeg, quality: 100),
            frameCount: 2)
        let reading = try TestClip.read(path)
        #expect((reading.width, reading.height) == (width, height))
        #expect(areClose(reading.firstQuadrants, try #require(Self.shown[0]), tolerance: 4))
        var reader = try TestClip.open(path)
        var frame = Frame()
        _ = try reader.nextKeyframe(into: &frame)
        let corner = Int(frame.luma[width - 1, height - 1])
        #expect(abs(corner - TestPicture.bottomRight.luma) <= 4)
    }

    @Test(
        "EXIF orientation turns and mirrors pictures",
        arguments: [
            (1, [0, 1, 2, 3]), (2, [1, 0, 3, 2]), (3, [3, 2, 1, 0]), (4, [2, 3, 0, 1]),
            (5, [0, 2, 1, 3]), (6, [2, 0, 3, 1]), (7, [3, 1, 2, 0]), (8, [1, 3, 0, 2]),
        ])
    func exifOrientation(number: Int, order: [Int]) throws {
        let folder = try TemporaryFolder()
        let picture = try PictureEncoder.jpeg(
            TestPicture.frame(width: 112, height: 80), quality: 95)
        let path = try folder.write(
            EXIFBlock(orientation: number).inserted(into: picture), to: "picture.jpg")
        let reading = try TestClip.read(path)
        let stored = try #require(Self.shown[0])
        #expect(areClose(reading.firstQuadrants, order.map { stored[$0] }, tolerance: 4))
        #expect((reading.width, reading.height) == (number > 4 ? (80, 112) : (112, 80)))
    }
}

extension [Int] {
    /// For each number, how many of the others are smaller.
    fileprivate var ranks: [Int] { map { number in count { $0 < number } } }
}
