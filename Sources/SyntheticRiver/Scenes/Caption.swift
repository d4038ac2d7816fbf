import Imaging

/// The date and time that a camera writes into its picture.
struct Caption {
    private static let glyphs: [Character: [UInt8]] = [
        "0": [14, 17, 19, 21, 25, 17, 14], "1": [4, 12, 4, 4, 4, 4, 14],
        "2": [14, 17, 1, 2, 4, 8, 31], "3": [31, 2, 4, 2, 1, 17, 14],
        "4": [2, 6, 10, 18, 31, 2, 2], "5": [31, 16, 30, 1, 1, 17, 14],
        "6": [6, 8, 16, 30, 17, 17, 14], "7": [31, 1, 2, 4, 8, 8, 8],
        "8": [14, 17, 17, 14, 17, 17, 14], "9": [14, 17, 17, 15, 1, 2, 12],
        ":": [0, 4, 0, 0, 0, 4, 0], "-": [0, 0, 0, 14, 0, 0, 0],
    ]

    /// Pixels that the caption covers, with its dark edge.
    private(set) var pixels: [(x: Int, y: Int, isInk: Bool)] = []

    /// Lays a text into the upper left or lower right corner.
    init(_ text: String, width: Int, height: Int, atTop: Bool) {
        let scale = max(1, height / 240)
        let left = atTop ? 8 : max(0, width - (text.count * 6 + 2) * scale - 8)
        let top = atTop ? 6 : max(0, height - 9 * scale - 6)
        var ink: Set<SIMD2<Int>> = []
        for (place, character) in text.enumerated() {
            for (row, bits) in (Self.glyphs[character] ?? []).enumerated() {
                for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
                    for part in 0..<scale * scale {
                        ink.insert(
                            SIMD2(
                                left + (place * 6 + column) * scale + part % scale,
                                top + row * scale + part / scale))
                    }
                }
            }
        }
        var edge: Set<SIMD2<Int>> = []
        for point in ink {
            for part in 0..<9 { edge.insert(point &+ SIMD2(part % 3 - 1, part / 3 - 1)) }
        }
        for point in edge where point.x >= 0 && point.y >= 0 && point.x < width && point.y < height
        {
            pixels.append((point.x, point.y, ink.contains(point)))
        }
    }

    /// Writes it over a frame.
    func write(on frame: inout Frame) {
        for pixel in pixels {
            frame.luma[pixel.x, pixel.y] = pixel.isInk ? 245 : 20
            frame.blueDifference[pixel.x / 2, pixel.y / 2] = 128
            frame.redDifference[pixel.x / 2, pixel.y / 2] = 128
        }
    }
}
