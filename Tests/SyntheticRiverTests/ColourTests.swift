import Imaging
import SyntheticRiver
import Testing
import Vocabulary

/// Colours against those measured on real mats and rivers: excess green g = −(Cb + Cr) in
/// full-range BT.601 is 25…45 on mats and −3…9 on water.
@Suite struct ColourTests {
    private let scene: RiverScene
    private let time = FixtureClip.start

    init() throws { scene = try RiverScene(site: .canal(width: 320, height: 180), seed: 7) }

    private func draw(coverage: Double, isNight: Bool = false, into frame: inout Frame) {
        var canvas = RiverScene.Canvas(camera: scene.site.camera)
        scene.draw(
            RiverScene.Moment(
                cover: scene.cover(coverage), light: .daylight(at: time, seed: 7),
                isNight: isNight),
            on: &canvas, into: &frame)
    }

    /// Sorted excess green of the chroma pixels that are wholly water.
    private func excessGreen(_ frame: borrowing Frame) -> [Double] {
        var values: [Double] = []
        for y in 0..<frame.blueDifference.height {
            for x in 0..<frame.blueDifference.width where isWater(x, y) {
                // Limited-range BT.709 to R′G′B′, then to full-range BT.601 (ITU-R BT.709-6,
                // BT.601-7).
                let luma = (Double(frame.luma[2 * x, 2 * y]) - 16) / 219
                let blue = (Double(frame.blueDifference[x, y]) - 128) / 224
                let red = (Double(frame.redDifference[x, y]) - 128) / 224
                let r = luma + 1.5748 * red
                let b = luma + 1.8556 * blue
                let g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
                let luma601 = 0.299 * r + 0.587 * g + 0.114 * b
                values.append(-255 * ((b - luma601) / 1.772 + (r - luma601) / 1.402))
            }
        }
        return values.sorted()
    }

    private func isWater(_ x: Int, _ y: Int) -> Bool {
        [(0, 0), (1, 0), (0, 1), (1, 1)].allSatisfy { right, down in
            scene.isWater[(2 * y + down) * 320 + 2 * x + right]
        }
    }

    @Test("mats are as green as real mats")
    func mats() {
        var frame = Frame()
        draw(coverage: 1, into: &frame)
        let green = excessGreen(frame)
        #expect((25...45).contains(green[green.count / 2]))
        #expect(green[green.count / 10] > 19)
        #expect(green[green.count * 9 / 10] < 51)
    }

    @Test("water and what it mirrors are as colourless as a real river")
    func water() {
        var frame = Frame()
        draw(coverage: 0, into: &frame)
        let green = excessGreen(frame)
        #expect((-3...9).contains(green[green.count / 2]))
        #expect(green[green.count / 10] >= -3)
        #expect(green[green.count * 9 / 10] <= 9)
    }

    @Test("mats have the texture of fronds, 3 to 16 codes within 8 × 8 pixels")
    func texture() {
        var frame = Frame()
        draw(coverage: 1, into: &frame)
        var deviations: [Double] = []
        for top in stride(from: 96, to: 176, by: 8) {
            for left in stride(from: 8, to: 200, by: 8) {
                var (sum, squares) = (0.0, 0.0)
                for y in top..<top + 8 {
                    for x in left..<left + 8 {
                        let luma = Double(frame.luma[x, y])
                        sum += luma
                        squares += luma * luma
                    }
                }
                deviations.append(max(0, squares / 64 - sum * sum / 4096).squareRoot())
            }
        }
        deviations.sort()
        #expect((3...16).contains(deviations[deviations.count / 2]))
    }

    @Test("infrared has no colour, bright plants and dark water")
    func night() {
        var frame = Frame()
        draw(coverage: 0.5, isNight: true, into: &frame)
        let cover = scene.cover(0.5)
        var (plants, water) = ([UInt8](), [UInt8]())
        for y in 120..<170 {
            for x in 40..<200 where scene.isWater[y * 320 + x] {
                let share = cover.plantShare[y * 320 + x]
                if share == 1 { plants.append(frame.luma[x, y]) }
                if share == 0 { water.append(frame.luma[x, y]) }
            }
        }
        #expect(median(plants) > median(water) + 40)
        for y in 0..<90 {
            for x in 0..<160 {
                #expect(abs(Int(frame.blueDifference[x, y]) - 128) <= 4)
                #expect(abs(Int(frame.redDifference[x, y]) - 128) <= 4)
            }
        }
    }

    @Test("frames say that they are limited-range BT.709")
    func encoding() {
        var frame = Frame()
        draw(coverage: 0, into: &frame)
        #expect(frame.encoding == ColourEncoding(matrix: .bt709, range: .limited))
        #expect(frame.width == 320 && frame.height == 180)
    }

    private func median(_ values: [UInt8]) -> Int {
        values.isEmpty ? 0 : Int(values.sorted()[values.count / 2])
    }
}
