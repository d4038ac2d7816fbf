import Imaging
import Sampling
import Testing
import Vocabulary

/// What the overlay draws, pixel by pixel, on a grey picture of 640 × 360.
@Suite struct OverlayTests {
    private static let outline = ZoneOutline.polygon(
        width: 64, height: 36,
        points: [(10, 10), (50, 10), (50, 30), (10, 30)].map { PicturePoint(x: $0, y: $1) })
    private let layout = OverlayLayout(pictureWidth: 640, pictureHeight: 360)

    @Test("the picture stands between the bar and the strip, and only the mask is tinted")
    func tint() throws {
        let overlay = try Self.overlay(coverages: [0.5])
        let top = Int(layout.picture.top)
        #expect(overlay.picture.frame.width == 640)
        #expect(overlay.picture.frame.height == layout.height)
        #expect(Self.pixel(600, top + 20, of: overlay) == [100, 120, 130])
        #expect(Self.pixel(450, top + 200, of: overlay) == [100, 120, 130])
        let tinted = Self.pixel(150, top + 200, of: overlay)
        #expect(tinted[1] < 100 && tinted[2] > 140, "no amber: \(tinted)")
        #expect(abs(Int(tinted[0]) - 100) < 30, "the texture is gone: \(tinted)")
    }

    @Test("the zone is outlined in white at the scale of the picture")
    func outline() throws {
        let overlay = try Self.overlay(coverages: [0.5])
        let top = Int(layout.picture.top)
        for (x, y) in [(100, 200), (499, 200), (300, 100), (300, 299)] {
            let near = (-1...1).flatMap { dx in
                (-1...1).map { dy in overlay.picture.frame.luma[x + dx, top + y + dy] }
            }
            #expect(near.max() ?? 0 > 230, "no line at \(x), \(y)")
        }
    }

    @Test("the curve ends at the last reading, and a gap is left open")
    func curve() throws {
        let plot = layout.plot
        let overlay = try Self.overlay(coverages: [0.5, 0.5, nil, 0.5, 0.5])
        func isAmber(_ share: Float) -> Bool {
            let x = Int(plot.left + plot.width * share)
            let y = Int(plot.top + plot.height / 2)
            return (-2...2).contains { Self.pixel(x, y + $0, of: overlay)[1] < 90 }
        }
        #expect(isAmber(1) && isAmber(0.12) && isAmber(0.88))
        #expect(!isAmber(0.5) && !isAmber(0.4) && !isAmber(0.6))
    }

    @Test("the last reading's height on the strip is its coverage", arguments: [0.0, 0.25, 1.0])
    func curveHeight(coverage: Double) throws {
        let plot = layout.plot
        let overlay = try Self.overlay(coverages: [coverage])
        let y = plot.bottom - plot.height * Float(coverage)
        #expect(Self.pixel(Int(plot.left), Int(y), of: overlay)[1] < 70)
    }

    @Test("accepted and refused frames differ by their words, not by colour alone")
    func words() throws {
        let accepted = try Self.overlay(coverages: [0.5])
        let refused = try Self.overlay(coverages: [nil])
        let bar = layout.bar
        let differing = (0..<Int(bar.bottom)).reduce(into: 0) { count, y in
            for x in 0..<640
            where abs(
                Int(accepted.picture.frame.luma[x, y]) - Int(refused.picture.frame.luma[x, y]))
                > 60
            { count += 1 }
        }
        #expect(differing > 300)
    }

    @Test(
        "every size of picture can be drawn on",
        arguments: [(16, 16), (17, 33), (320, 180), (480, 854), (1921, 1081)])
    func sizes(width: Int, height: Int) throws {
        let frame = Frame(width: width, height: height)
        let zone = Zone.whole(width: width, height: height)
        var mask = Mask()
        mask.reset(width: width, height: height)
        var overlay = Overlay(outline: Self.outline)
        overlay.show(frame, mask: mask, in: zone)
        overlay.caption(.example(coverage: 0.3))
        #expect(overlay.picture.frame.width >= width)
        #expect(overlay.picture.frame.width.isMultiple(of: 2))
        #expect(overlay.picture.frame.height > height)
        #expect(overlay.picture.frame.height.isMultiple(of: 2))
    }

    @Test("the same readings give the same picture, byte for byte")
    func golden() throws {
        let overlay = try Self.overlay(coverages: [0.1, 0.2, nil, 0.4])
        #expect(
            Self.digest(overlay) == "5de3a8ebf55e0395",
            """
            The overlay looks different now. If that is meant, look at one \
            (`duckweed replay CLIP --overlay seen.png`) and write the new digest here.
            """)
    }

    /// An overlay of a grey picture whose zone is green in its left half.
    private static func overlay(coverages: [Double?]) throws -> Overlay {
        var frame = Frame(width: 640, height: 360)
        frame.luma.fill(with: 100)
        frame.blueDifference.fill(with: 120)
        frame.redDifference.fill(with: 130)
        let zone = try Zone(
            polygon: [(10, 10), (50, 10), (50, 30), (10, 30)].map { PicturePoint(x: $0, y: $1) },
            definedForWidth: 64, height: 36, width: 640, height: 360)
        var mask = Mask()
        mask.reset(width: 640, height: 360)
        for run in zone.runs {
            for x in run.columns { mask[x, run.row] = x < 150 ? .vegetation : .openWater }
        }
        var overlay = Overlay(outline: outline)
        for (index, coverage) in coverages.enumerated() {
            overlay.show(frame, mask: mask, in: zone)
            overlay.caption(
                .example(index: index, mediaSeconds: Double(index), coverage: coverage))
        }
        return overlay
    }

    private static func pixel(_ x: Int, _ y: Int, of overlay: borrowing Overlay) -> [UInt8] {
        let frame = overlay.picture.frame.luma[x, y]
        return [
            frame, overlay.picture.frame.blueDifference[x / 2, y / 2],
            overlay.picture.frame.redDifference[x / 2, y / 2],
        ]
    }

    /// FNV-1a over the three planes.
    private static func digest(_ overlay: borrowing Overlay) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ plane: borrowing Plane) {
            for y in 0..<plane.height {
                for x in 0..<plane.width {
                    hash = (hash ^ UInt64(plane[x, y])) &* 0x0000_0100_0000_01B3
                }
            }
        }
        add(overlay.picture.frame.luma)
        add(overlay.picture.frame.blueDifference)
        add(overlay.picture.frame.redDifference)
        return String(hash, radix: 16)
    }
}
