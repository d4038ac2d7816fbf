import JSONLines
import Testing
import Vocabulary

/// One record, one line.
@Suite struct JSONLineTests {
    struct Note: Codable, Hashable {
        var text: String
        var numbers: [Double] = []
        var next: [Note] = []
    }

    @Test("keys are in order, slashes stand as they are, and there is no line end")
    func form() throws {
        let note = Note(text: "a/b", numbers: [0.1, 2])
        #expect(try JSONLine.encode(note) == #"{"next":[],"numbers":[0.1,2],"text":"a/b"}"#)
    }

    @Test(
        "any text fits on one line and comes back",
        arguments: ["", "two\nlines", "\r\n", "quote \" and \\", "鸭 🦆", "\u{0}\u{2028}"])
    func text(text: String) throws {
        let line = try JSONLine.encode(Note(text: text))
        #expect(!line.utf8.contains(UInt8(ascii: "\n")))
        #expect(try JSONLine.decode(Note.self, from: line).text == text)
    }

    @Test(
        "every number comes back to the last bit",
        arguments: [0, 0.1, 1.0 / 3, 1e-300, 1.7e308, -2.5, 9_007_199_254_740_992])
    func number(number: Double) throws {
        let line = try JSONLine.encode([number])
        #expect(try JSONLine.decode([Double].self, from: line) == [number])
    }

    @Test("a number that JSON can't hold is refused", arguments: [Double.nan, .infinity])
    func notANumber(number: Double) {
        #expect(throws: EncodingError.self) { try JSONLine.encode([number]) }
    }

    @Test("bytes and text are the same line")
    func data() throws {
        let note = Note(text: "鸭")
        #expect(
            try String(decoding: JSONLine.encodeToData(note), as: UTF8.self)
                == JSONLine.encode(note))
    }

    @Test("a substring is read like a string")
    func substring() throws {
        let lines = "[1]\n[2]".split(separator: "\n")
        #expect(try lines.map { try JSONLine.decode([Int].self, from: $0) } == [[1], [2]])
    }
}
