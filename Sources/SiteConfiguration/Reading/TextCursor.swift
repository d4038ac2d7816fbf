/// Walks over the bytes of a UTF-8 text and knows the line and the column.
struct TextCursor {
    private let bytes: [UInt8]
    private var index: Int
    private(set) var place = SourcePlace.start

    init(_ text: String) {
        bytes = Array(text.utf8)
        index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0  // A byte order mark is no text.
    }

    /// The byte under the cursor; `nil` at the end.
    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func advance() {
        guard index < bytes.count else { return }
        let passed = bytes[index]
        index += 1
        if passed == UInt8(ascii: "\n") {
            place.line += 1
            place.column = 1
        } else if let byte, byte & 0xc0 == 0x80 {
            // The rest of a character of several bytes follows: still the same column.
        } else {
            place.column += 1
        }
    }

    /// Passes over `expected` if the cursor is on it.
    mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: expected) else { return false }
        advance()
        return true
    }

    /// Takes bytes as long as `condition` holds.
    mutating func take(while condition: (UInt8) -> Bool) -> String {
        let start = index
        while let byte, condition(byte) { advance() }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
