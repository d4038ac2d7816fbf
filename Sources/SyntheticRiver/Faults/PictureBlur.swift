/// Blurs a picture as a lens out of focus does: two passes of a box in each direction.
enum PictureBlur {
    static func blur(_ picture: inout [LinearColour], width: Int, height: Int, radius: Int) {
        for _ in 0..<2 {
            for y in 0..<height { pass(&picture, start: y * width, step: 1, count: width, radius) }
            for x in 0..<width { pass(&picture, start: x, step: width, count: height, radius) }
        }
    }

    /// A running mean along one line; the ends repeat.
    private static func pass(
        _ picture: inout [LinearColour], start: Int, step: Int, count: Int, _ radius: Int
    ) {
        let line = (0..<count).map { picture[start + $0 * step] }
        func at(_ place: Int) -> LinearColour { line[max(0, min(count - 1, place))] }
        var sum = (-radius...radius).reduce(LinearColour.zero) { $0 + at($1) }
        for place in 0..<count {
            picture[start + place * step] = sum / Float(2 * radius + 1)
            sum += at(place + radius + 1) - at(place - radius)
        }
    }
}
