import Imaging
import Testing
import Video

/// Clips and pictures of every pixel format come out as one: 8-bit 4:2:0 with a stated encoding.
@Suite("Pixel formats", .enabled(if: FFmpegTool.isPresent, FFmpegTool.absence))
struct PixelFormatTests {
    /// Stored numbers of the test picture, as raw 8-bit 4:2:0.
    private static func rawPicture(in folder: TemporaryFolder) throws -> [String] {
        let frame = TestPicture.frame(width: 128, height: 96)
        var bytes: [UInt8] = []
        for y in 0..<96 { for x in 0..<128 { bytes.append(frame.luma[x, y]) } }
        for y in 0..<48 { for x in 0..<64 { bytes.append(frame.blueDifference[x, y]) } }
        for y in 0..<48 { for x in 0..<64 { bytes.append(frame.redDifference[x, y]) } }
        return [
            "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "128x96",
            "-i", try folder.write(bytes, to: "picture.yuv"),
        ]
    }

    private static let quadrants = [
        TestPicture.topLeft, TestPicture.topRight, TestPicture.bottomLeft, TestPicture.bottomRight,
    ]

    @Test(
        "video of any sampling and depth keeps its numbers, matrix and range",
        arguments: ["yuv420p", "yuv422p", "yuv444p", "yuv420p10le", "yuv422p10le", "nv12"],
        [
            ("tv", "bt709", ColourEncoding(matrix: .bt709, range: .limited)),
            ("pc", "smpte170m", ColourEncoding(matrix: .bt601, range: .full)),
            ("tv", "bt2020nc", ColourEncoding(matrix: .bt2020, range: .limited)),
        ])
    func video(
        format: String, tags: (range: String, matrix: String, encoding: ColourEncoding)
    )
        throws
    {
        let folder = try TemporaryFolder()
        let path = folder.file("clip.mp4")
        // Input and output are said to be the same, so that nothing but the sampling is converted.
        try FFmpegTool.run(
            Self.rawPicture(in: folder) + [
                "-vf", "scale=in_range=\(tags.range):out_range=\(tags.range),format=\(format)",
                "-c:v", "libx264", "-qp", "1", "-color_range", tags.range,
                "-colorspace", tags.matrix, path,
            ])
        let reading = try TestClip.read(path)
        #expect(reading.infos.count == 1)
        #expect(reading.encoding == tags.encoding)
        #expect(areClose(reading.firstQuadrants, Self.quadrants))
    }

    @Test(
        "video that does not state its matrix is BT.709 above standard definition",
        arguments: [
            (1278, 576, ColourEncoding.Matrix.bt601), (1280, 576, .bt709), (640, 578, .bt709),
            (1280, 544, .bt709), (720, 576, .bt601),
        ])
    func unstatedMatrix(width: Int, height: Int, matrix: ColourEncoding.Matrix) throws {
        let folder = try TemporaryFolder()
        try FFmpegTool.run([
            "-f", "lavfi", "-i", "color=green:s=\(width)x\(height):d=0.04,format=yuv420p",
            "-c:v", "libx264", "-preset", "ultrafast", folder.file("clip.mp4"),
        ])
        let reading = try TestClip.read(folder.file("clip.mp4"))
        #expect(reading.encoding == ColourEncoding(matrix: matrix, range: .limited))
    }

    @Test("10-bit H.265 keeps its numbers")
    func tenBitH265() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("clip.mkv")
        try FFmpegTool.run(
            Self.rawPicture(in: folder) + [
                "-c:v", "libx265", "-x265-params", "log-level=none:qp=2", "-pix_fmt",
                "yuv420p10le", path,
            ])
        #expect(areClose(try TestClip.read(path).firstQuadrants, Self.quadrants))
    }

    @Test("JPEG of any sampling is full-range BT.601", arguments: ["yuvj422p", "yuvj444p"])
    func jpegSampling(format: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            try PictureEncoder.png(TestPicture.frame(width: 128, height: 96)), to: "picture.png")
        try FFmpegTool.run([
            "-i", folder.file("picture.png"), "-q:v", "2", "-pix_fmt", format,
            folder.file("picture.jpg"),
        ])
        let reading = try TestClip.read(folder.file("picture.jpg"))
        #expect(reading.encoding == .reference)
        #expect(areClose(reading.firstQuadrants, Self.quadrants, tolerance: 4))
    }

    @Test(
        "PNG pictures become full-range BT.601",
        arguments: ["rgb24", "rgba", "pal8", "rgb48be", "gray", "ya8", "gray16be", "monob"])
    func png(format: String) throws {
        let folder = try TemporaryFolder()
        let colour = TestPicture.frame(width: 128, height: 96)
        try folder.write(try PictureEncoder.png(colour), to: "colour.png")
        try FFmpegTool.run([
            "-i", folder.file("colour.png"), "-pix_fmt", format, folder.file("picture.png"),
        ])
        let reading = try TestClip.read(folder.file("picture.png"))
        #expect(reading.encoding == .reference)
        switch format {
        case "monob":
            #expect(Set(reading.firstQuadrants.map(\.luma)).isSubset(of: [0, 255]))
        case "gray", "ya8", "gray16be":
            let grey = Self.quadrants.map { TestPicture.Colour(luma: $0.luma, blue: 128, red: 128) }
            #expect(areClose(reading.firstQuadrants, grey))
        case "pal8":
            #expect(areClose(reading.firstQuadrants, Self.quadrants, tolerance: 24))
        default:
            #expect(areClose(reading.firstQuadrants, Self.quadrants))
        }
    }

    @Test("a grey video has neutral chroma", arguments: ["gray", "gray10le"])
    func greyVideo(format: String) throws {
        let folder = try TemporaryFolder()
        try FFmpegTool.run(
            Self.rawPicture(in: folder) + [
                "-vf", "scale=in_range=pc:out_range=pc,format=\(format)", "-c:v", "libx264",
                "-qp", "1", "-color_range", "pc", folder.file("clip.mp4"),
            ])
        let reading = try TestClip.read(folder.file("clip.mp4"))
        #expect(reading.firstQuadrants.allSatisfy { $0.blue == 128 && $0.red == 128 })
        #expect(reading.encoding.range == .full)
        let lumas = reading.firstQuadrants.map(\.luma)
        #expect(zip(lumas, Self.quadrants).allSatisfy { abs($0 - $1.luma) <= 3 }, "\(lumas)")
    }

    @Test("open groups of pictures: a clean random access picture of H.265 counts as a keyframe")
    func openGroups() throws {
        let folder = try TemporaryFolder()
        for (name, encoder, key) in [
            ("clip.mp4", "libx265", "x265-params"), ("clip.ts", "libx265", "x265-params"),
            ("open.mp4", "libx264", "x264-params"),
        ] {
            try FFmpegTool.run([
                "-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=2", "-pix_fmt", "yuv420p",
                "-c:v", encoder, "-\(key)",
                "log-level=none:keyint=10:min-keyint=10:open-gop=1:bframes=3:scenecut=0",
                folder.file(name),
            ])
            let reading = try TestClip.read(folder.file(name))
            #expect(reading.infos.count == 5, "\(name)")
            #expect(reading.damagedCount == 0, "\(name)")
        }
    }
}
