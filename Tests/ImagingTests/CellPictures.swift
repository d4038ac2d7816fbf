import Imaging

/// Numbers that follow from a seed.
struct SeededNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    /// A number from 0 to `limit`, both included.
    mutating func next(upTo limit: Int) -> Int {
        // Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((word ^ word >> 31) % UInt64(limit + 1))
    }
}

extension Frame {
    /// A frame of random codes.
    static func noise(
        width: Int, height: Int, seed: UInt64, encoding: ColourEncoding = .reference
    ) -> Frame {
        var frame = Frame(width: width, height: height, encoding: encoding)
        var numbers = SeededNumbers(seed)
        for y in 0..<height {
            for x in 0..<width { frame.luma[x, y] = UInt8(numbers.next(upTo: 255)) }
        }
        for y in 0..<frame.blueDifference.height {
            for x in 0..<frame.blueDifference.width {
                frame.blueDifference[x, y] = UInt8(numbers.next(upTo: 255))
                frame.redDifference[x, y] = UInt8(numbers.next(upTo: 255))
            }
        }
        return frame
    }

    /// Gives all pixels of some chroma columns one colour.
    mutating func paint(chromaColumns: Range<Int>, _ colour: (Double, Double, Double)) {
        let codes = encoding.codes(red: colour.0, green: colour.1, blue: colour.2)
        for y in 0..<height {
            for x in 2 * chromaColumns.lowerBound..<min(2 * chromaColumns.upperBound, width) {
                luma[x, y] = codes.luma
                blueDifference[x / 2, y / 2] = codes.blueDifference
                redDifference[x / 2, y / 2] = codes.redDifference
            }
        }
    }
}

extension Zone {
    /// The chroma pixels in some columns and rows.
    static func box(width: Int, height: Int, columns: Range<Int>, rows: Range<Int>) throws -> Zone {
        var plane = Plane(width: (width + 1) / 2, height: (height + 1) / 2)
        for y in rows { for x in columns { plane[x, y] = 255 } }
        return try Zone(maskPlane: plane, width: width, height: height)
    }
}

/// Sizes of pictures that cells of 8 × 8 pixels do not fill, and those that they do.
let cellPictureSizes = [(1, 1), (8, 8), (9, 17), (16, 16), (33, 65), (17, 9), (2, 31)]
