import Imaging
import Testing
import Video
import Vocabulary

@Suite("Pictures")
struct PictureTests {
    private let folder: TemporaryFolder
    private static let quadrants = [
        TestPicture.topLeft, TestPicture.topRight, TestPicture.bottomLeft, TestPicture.bottomRight,
    ]

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "JPEG and PNG keep the colours, whatever the frame's encoding",
        arguments: [
            ColourEncoding.reference, ColourEncoding(matrix: .bt709, range: .limited),
            ColourEncoding(matrix: .bt601, range: .limited),
            ColourEncoding(matrix: .bt2020, range: .full),
        ], [(128, 96), (101, 75)])
    func roundTrip(encoding: ColourEncoding, size: (width: Int, height: Int)) throws {
        let frame = TestPicture.frame(width: size.width, height: size.height, encoding: encoding)
        let expected = Self.quadrants.map { $0.converted(from: encoding) }
        for (bytes, name) in [
            (try PictureEncoder.jpeg(frame, quality: 95), "a.jpg"),
            (try PictureEncoder.png(frame), "a.png"),
        ] {
            let reading = try TestClip.read(try folder.write(bytes, to: name))
            #expect((reading.width, reading.height) == size)
            #expect(reading.encoding == .reference)
            #expect(
                areClose(reading.firstQuadrants, expected),
                "\(name): \(reading.firstQuadrants) \(expected)")
        }
    }

    @Test("the same frame gives the same bytes, and lower quality gives fewer")
    func deterministic() throws {
        let frame = TestPicture.grain(width: 128, height: 96, seed: 3)
        let first = try PictureEncoder.jpeg(frame, quality: 80)
        #expect(try PictureEncoder.jpeg(frame, quality: 80) == first)
        #expect(try PictureEncoder.png(frame) == PictureEncoder.png(frame))
        let sizes = try [40, 60, 75, 90, 100].map {
            try PictureEncoder.jpeg(frame, quality: $0).count
        }
        #expect(sizes == sizes.sorted() && Set(sizes).count == sizes.count)
    }

    @Test("a grey PNG holds a plane's numbers exactly", arguments: [(64, 48), (101, 37)])
    func greyRoundTrip(width: Int, height: Int) throws {
        var plane = Plane(width: width, height: height)
        for y in 0..<height { for x in 0..<width { plane[x, y] = UInt8((x * 7 + y * 3) & 255) } }
        let path = try folder.write(try PictureEncoder.greyPNG(plane), to: "plane.png")
        let read = try PictureDecoder.greyPlane(path: path)
        #expect((read.width, read.height) == (width, height))
        var differences = 0
        for y in 0..<height {
            for x in 0..<width where read[x, y] != plane[x, y] { differences += 1 }
        }
        #expect(differences == 0)
    }

    @Test(
        "masks stored as RGB, with alpha, with a palette or with one bit give the same numbers",
        .enabled(if: FFmpegTool.isPresent, FFmpegTool.absence),
        arguments: ["rgb24", "rgba", "ya8", "pal8", "monob"])
    func greyForms(format: String) throws {
        var plane = Plane(width: 32, height: 32)
        for y in 0..<32 { for x in 0..<32 where x > y { plane[x, y] = 255 } }
        let grey = try folder.write(try PictureEncoder.greyPNG(plane), to: "grey.png")
        let path = folder.file("\(format).png")
        // Without dithering, so that black stays black and white white.
        try FFmpegTool.run(["-i", grey, "-sws_dither", "none", "-pix_fmt", format, path])
        let read = try PictureDecoder.greyPlane(path: path)
        var wrong = 0
        for y in 0..<32 { for x in 0..<32 where read[x, y] != plane[x, y] { wrong += 1 } }
        #expect(wrong == 0)
    }

    @Test("a mask that is coloured, a JPEG, a folder or missing is refused")
    func notAMask() throws {
        let frame = TestPicture.frame(width: 32, height: 32)
        for (path, code, words) in [
            (
                try folder.write(try PictureEncoder.png(frame), to: "c.png"),
                VideoError.Code.notVideo, "colour"
            ),
            (
                try folder.write(try PictureEncoder.jpeg(frame, quality: 90), to: "c.jpg"),
                .notVideo, "PNG"
            ),
            (folder.path, .notAFile, "folder"),
            (folder.file("nothing.png"), .notFound, "no such file"),
            (try folder.write([], to: "empty.png"), .empty, "empty"),
        ] {
            let error = #expect(throws: VideoError.self) {
                _ = try PictureDecoder.greyPlane(path: path)
            }
            #expect(error?.code == code)
            #expect(
                error?.message.contains(words) == true && error?.message.hasPrefix(path) == true)
        }
    }

    @Test("a folder is read by name, numbers by value, and other files are left alone")
    func folderOrder() throws {
        for (name, number) in [("img10.jpg", 20), ("img2.JPEG", 10), ("img1.png", 0)] {
            let frame = TestPicture.frame(width: 64, height: 64, number: number)
            let bytes =
                name.hasSuffix("png")
                ? try PictureEncoder.png(frame) : try PictureEncoder.jpeg(frame, quality: 95)
            try folder.write(bytes, to: name)
        }
        let mask = Plane(width: 64, height: 64)
        try folder.write(try PictureEncoder.greyPNG(mask), to: "img1.mask.png")
        try folder.write(Array("notes".utf8), to: "notes.txt")
        var reader = try TestClip.open(folder.path)
        var frame = Frame()
        var lumas: [Int] = []
        while let info = try reader.nextKeyframe(into: &frame) {
            #expect(info.index == lumas.count)
            #expect(info.mediaSeconds == nil && info.recordedTime == nil)
            lumas.append(frame.quadrants[0].luma)
        }
        #expect(lumas.count == 3)
        #expect(zip(lumas, [200, 190, 180]).allSatisfy { abs($0 - $1) <= 2 }, "\(lumas)")
    }

    @Test("a picture in a folder that can't be read is passed over and counted")
    func damagedInFolder() throws {
        let frame = TestPicture.frame(width: 64, height: 64)
        try folder.write(try PictureEncoder.png(frame), to: "1.png")
        try folder.write(Array("not a picture".utf8), to: "2.png")
        try folder.write([], to: "3.png")
        try folder.write(try PictureEncoder.png(frame), to: "4.png")
        let reading = try TestClip.read(folder.path)
        #expect(reading.infos.map(\.index) == [0, 3])
        #expect(reading.damagedCount == 2)
    }

    @Test("pictures of a folder may differ in size, and can be passed over")
    func sizesAndSkipping() throws {
        for (index, size) in [(64, 48), (32, 80), (100, 20)].enumerated() {
            let frame = TestPicture.frame(width: size.0, height: size.1)
            try folder.write(try PictureEncoder.png(frame), to: "\(index).png")
        }
        var reader = try TestClip.open(folder.path)
        var frame = Frame()
        _ = try reader.nextKeyframe(into: &frame)
        #expect((frame.width, frame.height) == (64, 48))
        #expect(try reader.skipKeyframes(1) == 1)
        #expect(try reader.nextKeyframe(into: &frame)?.index == 2)
        #expect((frame.width, frame.height) == (100, 20))
        #expect(try reader.skipKeyframes(1) == 0)
        #expect(throws: VideoError.self) { try reader.seek(toMediaSeconds: 0) }
    }

    @Test("the time comes from the name, else from the header")
    func recordedTimes() throws {
        let plain = try PictureEncoder.jpeg(
            TestPicture.frame(width: 64, height: 64), quality: 90)
        let dated = EXIFBlock(dateTimeOriginal: "2021:05:06 07:08:09").inserted(into: plain)
        try folder.write(plain, to: "2019-10-03.jpg")
        try folder.write(dated, to: "2019-10-04T06-00-00.jpg")
        try folder.write(dated, to: "a.jpg")
        try folder.write(plain, to: "b.jpg")
        let times = try TestClip.read(folder.path).infos.map(\.recordedTime)
        #expect(
            times == [
                Timestamp("2019-10-03T12:00:00Z"), Timestamp("2019-10-04T06:00:00Z"),
                Timestamp("2021-05-06T07:08:09Z"), nil,
            ])
    }

    @Test(
        "EXIF times are read in both byte orders and with their offset", arguments: [true, false])
    func exifTimes(isLittleEndian: Bool) throws {
        let plain = try PictureEncoder.jpeg(
            TestPicture.frame(width: 64, height: 64), quality: 90)
        for (offset, expected) in [
            (nil, "2024-02-29T23:59:58Z"), ("+08:00", "2024-02-29T15:59:58Z"),
            ("", "2024-02-29T23:59:58Z"),
        ] {
            let block = EXIFBlock(
                dateTimeOriginal: "2024:02:29 23:59:58", offsetTimeOriginal: offset,
                isLittleEndian: isLittleEndian)
            let path = try folder.write(block.inserted(into: plain), to: "picture.jpg")
            #expect(try TestClip.read(path).infos[0].recordedTime == Timestamp(expected))
        }
        let broken = EXIFBlock(
            dateTimeOriginal: "    :  :     :  :  ", isLittleEndian: isLittleEndian)
        let path = try folder.write(broken.inserted(into: plain), to: "broken.jpg")
        #expect(try TestClip.read(path).infos[0].recordedTime == nil)
    }

    @Test(
        "what a camera writes beside the picture can't make it damaged",
        arguments: [
            (0xE1, "Exif··neither II nor MM, and long enough to be read"),
            (0xE1, "Exif··II*···········no directory"),
            (0xE2, "ICC_PROFILE····not a profile"),
            (0xE2, "ICC_PROFILE·13not a profile"),
            (0xFE, "a comment"),
        ] as [(UInt8, String)])
    func oddMetadata(marker: UInt8, text: String) throws {
        let plain = try PictureEncoder.jpeg(
            TestPicture.frame(width: 64, height: 64), quality: 90)
        let body = Array(text.replacing("·", with: "\0").utf8)
        let length = body.count + 2
        let segment: [UInt8] = [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + body
        // Twice, as cameras do that repeat a part of a profile.
        let bytes = Array(plain.prefix(2)) + segment + segment + plain.dropFirst(2)
        let reading = try TestClip.read(folder.write(bytes, to: "odd.jpg"))
        #expect(reading.infos.map(\.isDamaged) == [false])
        #expect(reading.damagedCount == 0)
    }

    @Test("chunks of a PNG that its samples don't need are not looked at")
    func oddChunks() throws {
        let frame = TestPicture.frame(width: 64, height: 64)
        let plain = try PictureEncoder.png(frame)
        let profile = Array("iCCPlock 3\0\0".utf8) + [0x78, 0x9C] + Array("not deflated".utf8)
        let length = UInt8(profile.count - 4)
        // The checksum is not looked at either.
        let chunk: [UInt8] = [0, 0, 0, length] + profile + [0, 0, 0, 0]
        let headerEnd = 8 + 12 + 13
        let bytes = Array(plain.prefix(headerEnd)) + chunk + plain.dropFirst(headerEnd)
        let reading = try TestClip.read(folder.write(bytes, to: "odd.png"))
        #expect(reading.infos.map(\.isDamaged) == [false])
        #expect(areClose(reading.firstQuadrants, frame.quadrants))
    }

    @Test("no mutation of an EXIF block breaks the reader")
    func exifMutations() throws {
        let plain = try PictureEncoder.jpeg(
            TestPicture.frame(width: 64, height: 64), quality: 90)
        let block = EXIFBlock(dateTimeOriginal: "2024:02:29 23:59:58")
        let whole = block.inserted(into: plain)
        var generator = SeededGenerator(state: 5)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<4 {
                bytes[Int.random(in: 6..<110, using: &generator)] =
                    UInt8.random(in: 0...255, using: &generator)
            }
            let path = try folder.write(bytes, to: "mutant.jpg")
            if let error = TestClip.failure(of: path) { #expect(error.message.contains(path)) }
        }
    }
}

extension TestPicture.Colour {
    /// The same colour in full-range BT.601, by way of red, green and blue (ITU-T H.273, 8.3).
    fileprivate func converted(from encoding: ColourEncoding) -> TestPicture.Colour {
        let (kr, kb) =
            switch encoding.matrix {
            case .bt601: (0.299, 0.114)
            case .bt709: (0.2126, 0.0722)
            case .bt2020: (0.2627, 0.0593)
            }
        let isFull = encoding.range == .full
        let y = isFull ? Double(luma) / 255 : (Double(luma) - 16) / 219
        let scale = isFull ? 255.0 : 224.0
        let (pb, pr) = ((Double(blue) - 128) / scale, (Double(red) - 128) / scale)
        func clamped(_ value: Double) -> Double { min(1, max(0, value)) }
        let r = clamped(y + 2 * (1 - kr) * pr)
        let b = clamped(y + 2 * (1 - kb) * pb)
        let g = clamped(
            y - 2 * (1 - kr) * kr / (1 - kr - kb) * pr - 2 * (1 - kb) * kb / (1 - kr - kb) * pb)
        let newLuma = 0.299 * r + 0.587 * g + 0.114 * b
        return TestPicture.Colour(
            luma: Int((newLuma * 255).rounded()),
            blue: Int((128 + (b - newLuma) / 1.772 * 255).rounded()),
            red: Int((128 + (r - newLuma) / 1.402 * 255).rounded()))
    }
}
