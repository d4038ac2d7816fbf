import PixelKernels
import Testing

@Suite struct SurfaceKernelTests {
    @Test("Classification gives what the reference gives", arguments: widths)
    func classificationMatchesReference(width: Int) {
        let green = ByteRows(count: width, offset: width % 4, seed: 10)
        let limits = ByteRows(count: width, offset: 1, seed: 11)
        let fast = ByteRows(count: width, offset: 3)
        let reference = ByteRows(count: width)
        classifySurface(green.start, limits: limits.start, count: width, into: fast.start)
        classifySurfaceScalar(
            green.start, limits: limits.start, count: width, into: reference.start)
        #expect(fast.bytes(width) == reference.bytes(width))
    }

    @Test("Green above its limit is vegetation; glare is unjudged; 255 admits nothing")
    func classes() {
        var classes: [UInt8] = [9, 9, 9, 9]
        classifySurface(
            [141, 140, glareByte, 255], limits: [140, 140, 140, 255], count: 4, into: &classes)
        #expect(classes == [1, 0, 3, 0])
    }

    @Test("Texture is the sum over 3 × 3 cells; at the ends the nearest cell counts again")
    func textureLimitsOfThreeCells() {
        let above: [UInt16] = [0, 0, 9]
        let at: [UInt16] = [0, 0, 0]
        var limits = [UInt8](repeating: 0, count: 12)
        // Sums over the neighbourhoods: 0 for the first cell, 9 for the second, 18 for the third.
        textureLimits(
            above: above, at: at, below: at, cells: 3, threshold: 10, greenLimit: 140,
            into: &limits)
        #expect(limits == [255, 255, 255, 255, 255, 255, 255, 255, 140, 140, 140, 140])
        textureLimits(
            above: above, at: at, below: at, cells: 3, threshold: 9, greenLimit: 140,
            into: &limits)
        #expect(limits == [255, 255, 255, 255, 140, 140, 140, 140, 140, 140, 140, 140])
    }
}
