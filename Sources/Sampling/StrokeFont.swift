/// A font of thin strokes, so that text is sharp at every size.
///
/// A glyph is a few lines on a grid of which one unit is a sixth of the capitals' height: 0 is the
/// top of a capital, 6 the base line, 8 the lowest descender.
package struct StrokeFont: Sendable {
    /// One character's strokes.
    struct Glyph: Sendable {
        /// Straight lines in grid units; one that ends where it starts is a dot.
        let lines: [(start: SIMD2<Float>, end: SIMD2<Float>)]
        /// Grid units from this glyph's origin to that of the next.
        let advance: Float
    }

    /// Grid units from the top of a capital to the base line.
    static let capitalHeight: Float = 6
    /// Grid units between the strokes of two neighbours.
    private static let spacing: Float = 2

    /// The font of the pictures.
    package static let standard = StrokeFont(strokeTable)

    private let glyphs: [Character: Glyph]
    private let missing: Glyph

    /// Makes a font from a table of strokes, as `StrokeFont+Glyphs.swift` describes it.
    init(_ table: [Character: String]) {
        glyphs = table.mapValues(Self.glyph)
        missing = Self.glyph("0040460600")
    }

    /// The glyph of a character; an empty box when the font has none.
    subscript(_ character: Character) -> Glyph { glyphs[character] ?? missing }

    /// Whether the font has a glyph of its own for a character.
    package func has(_ character: Character) -> Bool { glyphs[character] != nil }

    /// Width of a line of text whose capitals are `height` high, in the unit of `height`.
    package func width(of text: String, height: Float) -> Float {
        let units = text.reduce(into: Float(0)) { $0 += self[$1].advance }
        return max(0, units - Self.spacing) * height / Self.capitalHeight
    }

    private static func glyph(_ strokes: String) -> Glyph {
        let polylines = strokes.split(separator: " ").map(points)
        let rightmost = polylines.joined().map(\.x).max() ?? 1
        let lines = polylines.flatMap { points in
            points.count == 1
                ? [(points[0], points[0])] : Array(zip(points, points.dropFirst()))
        }
        return Glyph(lines: lines.map { (start: $0.0, end: $0.1) }, advance: rightmost + spacing)
    }

    /// Reads `x` and `y` digits in turn.
    private static func points(_ digits: Substring) -> [SIMD2<Float>] {
        let numbers = digits.compactMap(\.wholeNumberValue).map(Float.init)
        return stride(from: 0, to: numbers.count - 1, by: 2).map {
            SIMD2(numbers[$0], numbers[$0 + 1])
        }
    }
}
