import Imaging
import PixelKernels
import Segmentation
import Testing

@Suite struct GreenExcessSegmenterTests {
    private static let encodings: [ColourEncoding] = [
        ColourEncoding(matrix: .bt601, range: .limited),
        ColourEncoding(matrix: .bt601, range: .full),
        ColourEncoding(matrix: .bt709, range: .limited),
        ColourEncoding(matrix: .bt709, range: .full),
    ]

    private func counts(_ frame: borrowing Frame, kernels: KernelLevel = .fast) -> SurfaceCounts {
        var segmenter = GreenExcessSegmenter(kernels: kernels)
        var mask = Mask()
        let zone = Zone.whole(width: frame.width, height: frame.height)
        segmenter.segment(frame, in: zone, into: &mask)
        return mask.counts(in: zone)
    }

    @Test("A mat on brown water is found, alike in every encoding", arguments: encodings)
    func matOnWater(encoding: ColourEncoding) {
        var frame = Frame(width: 320, height: 192, encoding: encoding)
        frame.paint(.brownWater, columns: 0..<160, rows: 0..<96)
        frame.paint(.fronds, columns: 20..<60, rows: 16..<64)
        let counts = counts(frame)
        #expect(counts.vegetation == 40 * 48)
        #expect(counts.unjudged == 0)
    }

    @Test("The same scene gives the same excess green within one code", arguments: encodings)
    func excessGreenOfEncodings(encoding: ColourEncoding) {
        // Every picture here is one colour, so one pixel tells its excess green.
        for surface in [Surface.brownWater, .fronds, .flatGreenWater] {
            let native = encoding.codes(
                red: surface.red, green: surface.green, blue: surface.blue)
            let wanted = ColourEncoding.reference.codes(
                red: surface.red, green: surface.green, blue: surface.blue)
            let byte = excessGreenByte(native, in: encoding)
            let reference = excessGreenByte(wanted, in: .reference)
            #expect(abs(Int(byte) - Int(reference)) <= 1)
        }
    }

    private func excessGreenByte(_ codes: ColourCodes, in encoding: ColourEncoding) -> UInt8 {
        var frame = Frame(width: 2, height: 2, encoding: encoding)
        frame.blueDifference.fill(with: codes.blueDifference)
        frame.redDifference.fill(with: codes.redDifference)
        var green = Plane(width: 1, height: 1)
        var histogram = ByteHistogram()
        frame.writeExcessGreen(
            in: Zone.whole(width: 2, height: 2),
            rule: GreenExcessSegmenter.rule(encoding.referenceWeights), into: &green,
            histogram: &histogram)
        return green[0, 0]
    }

    @Test("Open water alone has no vegetation, whatever its tint", arguments: [-0.04, 0, 0.03])
    func openWater(tint: Double) {
        var water = Surface.brownWater
        water.green += tint
        var frame = Frame(width: 320, height: 192)
        frame.paint(water, columns: 0..<160, rows: 0..<96)
        #expect(counts(frame).vegetation == 0)
    }

    @Test("A zone that is covered all over is vegetation all over")
    func fullCover() {
        var frame = Frame(width: 160, height: 96)
        frame.paint(.fronds, columns: 0..<80, rows: 0..<48)
        #expect(counts(frame).vegetation == 80 * 48)
    }

    @Test("Green water without texture is water")
    func flatGreenWater() {
        var frame = Frame(width: 160, height: 96)
        frame.paint(.flatGreenWater, columns: 0..<80, rows: 0..<48)
        #expect(counts(frame).vegetation == 0)
    }

    @Test("Glare is not judged")
    func glare() {
        var frame = Frame(width: 160, height: 96)
        frame.paint(.brownWater, columns: 0..<80, rows: 0..<48)
        frame.paint(.glare, columns: 40..<60, rows: 0..<48)
        let counts = counts(frame)
        #expect(counts.unjudged == 20 * 48)
        #expect(counts.vegetation == 0)
    }

    @Test("What lies outside the zone is unjudged and changes nothing inside it")
    func outsideTheZone() throws {
        var frame = Frame(width: 160, height: 96)
        frame.paint(.brownWater, columns: 0..<80, rows: 0..<48)
        frame.paint(.fronds, columns: 56..<80, rows: 0..<48)
        var plane = Plane(width: 160, height: 96)
        for y in 0..<96 { for x in 0..<96 { plane[x, y] = 255 } }
        let zone = try Zone(maskPlane: plane, width: 160, height: 96)
        var segmenter = GreenExcessSegmenter()
        var mask = Mask()
        segmenter.segment(frame, in: zone, into: &mask)
        #expect(mask.counts(in: zone).vegetation == 0)
        #expect(mask[70, 20] == .unjudged)
        #expect(mask[10, 20] == .openWater)
    }

    @Test(
        "Fast and scalar kernels give the same mask, at odd sizes too",
        arguments: [(160, 96), (161, 97), (37, 23), (1, 1), (9, 2)])
    func kernels(width: Int, height: Int) {
        var frame = Frame(width: width, height: height)
        let size = Frame.chromaSize(width: width, height: height)
        frame.paint(.brownWater, columns: 0..<size.width, rows: 0..<size.height)
        frame.paint(.fronds, columns: 0..<size.width / 3, rows: 0..<size.height)
        frame.paint(.glare, columns: 0..<size.width / 4, rows: 0..<size.height / 2)
        #expect(counts(frame) == counts(frame, kernels: .scalar))
    }

    @Test("A segmenter is used again for pictures of other sizes")
    func reuse() {
        var segmenter = GreenExcessSegmenter()
        var mask = Mask()
        for (width, height) in [(160, 96), (320, 192), (64, 64)] {
            var frame = Frame(width: width, height: height)
            frame.paint(.brownWater, columns: 0..<width / 2, rows: 0..<height / 2)
            frame.paint(.fronds, columns: 0..<16, rows: 0..<height / 2)
            let zone = Zone.whole(width: width, height: height)
            segmenter.segment(frame, in: zone, into: &mask)
            #expect(mask.counts(in: zone).vegetation == 16 * height / 2)
        }
    }
}
