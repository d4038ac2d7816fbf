import Imaging
import Sampling
import Testing

@Suite struct StrokeFontTests {
    @Test("every printable character of ASCII has a glyph, and so has what the overlay adds")
    func complete() {
        let printable = (0x20...0x7E).compactMap(Unicode.Scalar.init).map(Character.init)
        for character in printable + Array("–°·±…×") {
            #expect(StrokeFont.standard.has(character), "no glyph for '\(character)'")
        }
        #expect(!StrokeFont.standard.has("鸭"))
    }

    @Test("no two letters or figures look the same")
    func distinct() {
        let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz123456789")
        let pictures = Set(characters.map { Self.drawing(of: String($0), height: 18) })
        #expect(pictures.count == characters.count)
    }

    @Test("figures are all equally wide, so that columns of them stand still")
    func tabularFigures() {
        let widths = (0...9).map { StrokeFont.standard.width(of: "\($0)0", height: 12) }
        // The 1 has no stroke at the right edge of its box.
        #expect(Set(widths.enumerated().filter { $0.offset != 1 }.map(\.element)).count == 1)
    }

    @Test("width grows with the height and with every character")
    func width() {
        let font = StrokeFont.standard
        #expect(font.width(of: "", height: 12) == 0)
        #expect(
            font.width(of: "coverage", height: 24) == 2 * font.width(of: "coverage", height: 12))
        #expect(font.width(of: "ab", height: 12) > font.width(of: "a", height: 12))
    }

    @Test("a word looks like this")
    func golden() {
        #expect(
            Self.drawing(of: "Ag7%", height: 12) == """
                  ******              :*********  ****    ::
                 :#****#:             :*********  ****   .#:
                *#:    :#*                    **  ****   **
                **      **                   .#*  ****  :#.
                **      **    ******         **        .#:
                **      **   :#*****        .#.        **
                **********  *#:   **        **        :#.
                **********  **    **       :#.       .#:
                **      **  **    **      .#:        **
                **      **  **    **      **        :#.
                **      **  **    **     .#.       .#:  ****
                **      **  *#:   **     **        **   ****
                **      **   :#*****    :#.       :#.   ****
                ::      ::    ******    ::        ::    ****
                                  **
                                 :#*
                            :****#:
                            :*****
                """)
    }

    /// The luma of a text, one character a pixel.
    private static func drawing(of text: String, height: Float) -> String {
        let width = Int(StrokeFont.standard.width(of: text, height: height)) + 4
        var canvas = Canvas()
        canvas.begin(
            width: width, height: Int(height * 1.6) + 2, encoding: .reference,
            colour: Colour(0x000000))
        canvas.write(text, at: SIMD2(2, height + 1), height: height, Colour(0xFFFFFF))
        let shades = Array(" .:*#")
        let rows = (0..<canvas.frame.height).map { y in
            let row = (1..<canvas.frame.width).map { x in
                shades[Int(canvas.frame.luma[x, y]) * (shades.count - 1) / 255]
            }
            return String(String(row).reversed().drop { $0 == " " }.reversed())
        }
        return String(
            rows.joined(separator: "\n").trimmingPrefix("\n").reversed()
                .drop { $0 == "\n" }.reversed())
    }
}
