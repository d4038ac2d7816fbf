import Imaging

/// A picture of four quadrants, each of a colour of its own, so that turning and mixing up planes show.
enum TestPicture {
    /// Luma, blue and red difference of a quadrant.
    struct Colour: Hashable {
        var luma: Int
        var blue: Int
        var red: Int
    }

    static let topLeft = Colour(luma: 200, blue: 100, red: 140)
    static let topRight = Colour(luma: 150, blue: 160, red: 110)
    static let bottomLeft = Colour(luma: 100, blue: 110, red: 110)
    static let bottomRight = Colour(luma: 60, blue: 150, red: 150)

    /// The picture; `number` lowers the luma, so that frames can be told apart.
    static func frame(
        width: Int, height: Int, number: Int = 0, encoding: ColourEncoding = .reference
    ) -> Frame {
        var frame = Frame(width: width, height: height, encoding: encoding)
        for y in 0..<height {
            for x in 0..<width {
                let colour = colour(x, y, width, height)
                frame.luma[x, y] = UInt8(colour.luma - number)
                frame.blueDifference[x / 2, y / 2] = UInt8(colour.blue)
                frame.redDifference[x / 2, y / 2] = UInt8(colour.red)
            }
        }
        return frame
    }

    /// A picture of grain, which takes many bytes however it is encoded.
    static func grain(width: Int, height: Int, seed: UInt64) -> Frame {
        var frame = frame(width: width, height: height)
        var generator = SeededGenerator(state: seed + 1)
        for y in 0..<height {
            for x in 0..<width {
                frame.luma[x, y] &+= UInt8(truncatingIfNeeded: generator.next() >> 32) & 31
            }
        }
        return frame
    }

    private static func colour(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Colour {
        switch (x < width / 2, y < height / 2) {
        case (true, true): topLeft
        case (false, true): topRight
        case (true, false): bottomLeft
        case (false, false): bottomRight
        }
    }
}

extension Frame {
    /// Colours at the centres of the quadrants: top left, top right, bottom left, bottom right.
    var quadrants: [TestPicture.Colour] {
        [(1, 1), (3, 1), (1, 3), (3, 3)].map { column, row in
            let (x, y) = (width * column / 4, height * row / 4)
            return TestPicture.Colour(
                luma: Int(luma[x, y]), blue: Int(blueDifference[x / 2, y / 2]),
                red: Int(redDifference[x / 2, y / 2]))
        }
    }
}

/// Whether each colour of one list is within `tolerance` of that of the other.
func areClose(
    _ left: [TestPicture.Colour], _ right: [TestPicture.Colour], tolerance: Int = 3
) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { a, b in
            max(abs(a.luma - b.luma), abs(a.blue - b.blue), abs(a.red - b.red)) <= tolerance
        }
}
