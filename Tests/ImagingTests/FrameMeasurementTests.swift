import Imaging
import PixelKernels
import Testing
import Vocabulary

@Suite struct FrameMeasurementTests {
    /// A frame of uneven luma and chroma.
    private func patterned(width: Int, height: Int) -> Frame {
        var frame = Frame(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width { frame.luma[x, y] = UInt8((x * 7 + y * 13 + x * y) % 256) }
        }
        for y in 0..<frame.blueDifference.height {
            for x in 0..<frame.blueDifference.width {
                frame.blueDifference[x, y] = UInt8((x * 5 + y * 3) % 256)
                frame.redDifference[x, y] = UInt8((x * 11 + y * 17) % 256)
            }
        }
        return frame
    }

    @Test("The hash depends on every row and not on what lies beyond the width")
    func hash() {
        var frame = patterned(width: 33, height: 9)
        let original = frame.lumaHash()
        let stride = frame.luma.stride
        frame.luma.withMutableBytes { $0[stride - 1] ^= 1 }
        #expect(frame.lumaHash() == original)
        frame.luma[32, 8] ^= 1
        #expect(frame.lumaHash() != original)
    }

    @Test("Pictures of the same bytes and another shape have another hash")
    func hashOfShape() {
        let wide = Frame(width: 64, height: 2)
        let high = Frame(width: 32, height: 4)
        #expect(wide.lumaHash() != high.lumaHash())
    }

    @Test("The zone's luma is tallied, at odd sizes too", arguments: [(32, 16), (33, 17), (1, 1)])
    func tally(width: Int, height: Int) throws {
        let frame = patterned(width: width, height: height)
        let zone = Zone.whole(width: width, height: height)
        var expected = LumaTally()
        for y in stride(from: 0, to: height, by: 2) {
            for x in 0..<width {
                expected.sum += Int(frame.luma[x, y])
                if frame.luma[x, y] < 50 { expected.dark += 1 }
                if frame.luma[x, y] > 200 { expected.bright += 1 }
            }
        }
        for kernels in [KernelLevel.fast, .scalar] {
            let (tally, pixelCount, hash) = frame.lumaTally(
                in: zone, darkBelow: 50, brightAbove: 200, kernels: kernels)
            #expect(tally == expected)
            #expect(hash == frame.lumaHash())
            #expect(pixelCount == width * ((height + 1) / 2))
        }
    }

    @Test("Mean chroma is that of the whole picture")
    func chroma() {
        var frame = Frame(width: 64, height: 32)
        #expect(frame.meanAbsoluteChroma() == (0, 0))
        frame.blueDifference.fill(with: 120)
        frame.redDifference.fill(with: 131)
        #expect(frame.meanAbsoluteChroma() == (8, 3))
        #expect(frame.meanAbsoluteChroma(kernels: .scalar) == (8, 3))
    }
}
