import PixelKernels
import Testing

@Suite struct LumaActivityTests {
    @Test("Activity gives what the reference gives, at odd strides", arguments: widths)
    func matchesReference(width: Int) {
        for rows in 1...9 {
            let stride = width + rows % 3
            let luma = ByteRows(count: stride * rows, offset: rows % 4, seed: 9)
            let cells = (width + 7) / 8
            var fast = [UInt16](repeating: 1, count: cells)
            var reference = [UInt16](repeating: 2, count: cells)
            var columnSums = [UInt16](repeating: 3, count: width)
            lumaActivity(
                luma.start, stride: stride, width: width, rows: rows, columnSums: &columnSums,
                into: &fast)
            lumaActivityScalar(
                luma.start, stride: stride, width: width, rows: rows, into: &reference)
            #expect(fast == reference)
        }
    }

    @Test("A chequerboard of black and white has the largest activity, without overflow")
    func chequerboard() {
        let luma = ByteRows(count: 17 * 9)
        for index in 0..<17 * 9 { luma.start[index] = (index % 17 + index / 17) % 2 == 0 ? 0 : 255 }
        var sums = [UInt16](repeating: 0, count: 3)
        var columnSums = [UInt16](repeating: 0, count: 17)
        lumaActivity(
            luma.start, stride: 17, width: 17, rows: 9, columnSums: &columnSums, into: &sums)
        // 64 pixels with two differences of 255; the last column has none to its right.
        #expect(sums == [32_640, 32_640, 16_320])
    }

    @Test("A flat surface has none")
    func flat() {
        let luma = [UInt8](repeating: 90, count: 8 * 9)
        var sums: [UInt16] = [9]
        var columnSums = [UInt16](repeating: 0, count: 8)
        lumaActivity(luma, stride: 8, width: 8, rows: 9, columnSums: &columnSums, into: &sums)
        #expect(sums == [0])
    }
}
