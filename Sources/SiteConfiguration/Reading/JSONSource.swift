/// Reads JSON (RFC 8259) into a tree of values with their places.
///
/// A mistake in a zone or GeoJSON file is told with its line and column, which `JSONDecoder` does not know.
struct JSONSource {
    private var cursor: TextCursor
    private static let deepest = 64

    static func parse(_ text: String) throws(SyntaxMistake) -> SourceNode {
        var source = JSONSource(cursor: TextCursor(text))
        let root = try source.value(depth: 0)
        source.skipSpace()
        guard source.cursor.byte == nil else {
            throw source.mistake("more text follows the end of the JSON value", "remove it")
        }
        return root
    }

    private func mistake(_ message: String, _ suggestion: String) -> SyntaxMistake {
        SyntaxMistake(place: cursor.place, message: message, suggestion: suggestion)
    }

    private mutating func skipSpace() {
        while let byte = cursor.byte, [0x20, 0x09, 0x0a, 0x0d].contains(byte) { cursor.advance() }
    }

    private mutating func value(depth: Int) throws(SyntaxMistake) -> SourceNode {
        skipSpace()
        guard depth <= Self.deepest else {
            throw mistake("values are nested too deeply", "nest at most \(Self.deepest) deep")
        }
        let place = cursor.place
        switch cursor.byte {
        case UInt8(ascii: "{"):
            return SourceNode(content: .mapping(try entries(depth: depth)), place: place)
        case UInt8(ascii: "["):
            return SourceNode(content: .list(try elements(depth: depth)), place: place)
        case UInt8(ascii: "\""):
            return SourceNode(content: .text(try string(), isQuoted: true), place: place)
        default:
            return SourceNode(content: try literal(), place: place)
        }
    }

    private mutating func entries(depth: Int) throws(SyntaxMistake) -> [SourceEntry] {
        cursor.advance()
        var entries: [SourceEntry] = []
        skipSpace()
        if cursor.take("}") { return entries }
        while true {
            skipSpace()
            let place = cursor.place
            guard cursor.byte == UInt8(ascii: "\"") else {
                throw mistake("expected a key in double quotes", "write \"key\": value")
            }
            let key = try string()
            skipSpace()
            guard cursor.take(":") else {
                throw mistake("expected ':' after the key '\(key)'", "write \"\(key)\": value")
            }
            let value = try value(depth: depth + 1)
            if let twin = entries.first(where: { $0.key == key }) {
                throw SyntaxMistake(
                    place: place,
                    message: "the key '\(key)' stands on line \(twin.place.line) already",
                    suggestion: "remove one of the two")
            }
            entries.append(SourceEntry(key: key, place: place, value: value))
            skipSpace()
            if cursor.take("}") { return entries }
            guard cursor.take(",") else {
                throw mistake("expected ',' or '}' here", "check the commas and the brackets")
            }
        }
    }

    private mutating func elements(depth: Int) throws(SyntaxMistake) -> [SourceNode] {
        cursor.advance()
        var elements: [SourceNode] = []
        skipSpace()
        if cursor.take("]") { return elements }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if cursor.take("]") { return elements }
            guard cursor.take(",") else {
                throw mistake("expected ',' or ']' here", "check the commas and the brackets")
            }
        }
    }

    private mutating func literal() throws(SyntaxMistake) -> SourceNode.Content {
        let unfinished = mistake("expected a JSON value here", "check the commas and the brackets")
        let word = cursor.take { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        if word == "null" { return .nothing }
        let isNumber = word.utf8.first.map { $0 < UInt8(ascii: "A") } == true
        guard word == "true" || word == "false" || (isNumber && Double(word) != nil) else {
            throw unfinished
        }
        return .text(word, isQuoted: false)
    }

    private mutating func string() throws(SyntaxMistake) -> String {
        let unclosed = mistake("this text has no end", "close it with a double quote")
        cursor.advance()
        var text = ""
        while true {
            text += cursor.take {
                $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20
            }
            switch cursor.byte {
            case UInt8(ascii: "\""):
                cursor.advance()
                return text
            case UInt8(ascii: "\\"):
                text.unicodeScalars.append(try escape())
            default:
                throw unclosed
            }
        }
    }

    private mutating func escape() throws(SyntaxMistake) -> Unicode.Scalar {
        let wrong = mistake("this escape is not JSON", "write \\\\ for a backslash")
        cursor.advance()
        let letter = cursor.byte
        cursor.advance()
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let scalar = unicodeEscape() else { throw wrong }
            return scalar
        default: throw wrong
        }
    }

    /// The scalar of four hexadecimal digits, or of two such units that are a surrogate pair
    /// (RFC 8259 §7).
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let high = hexUnit() else { return nil }
        guard 0xd800...0xdbff ~= high else { return Unicode.Scalar(high) }
        guard cursor.take("\\"), cursor.take("u"), let low = hexUnit(), 0xdc00...0xdfff ~= low
        else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
    }

    private mutating func hexUnit() -> UInt32? {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = cursor.byte,
                let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { return nil }
            unit = unit << 4 | UInt32(digit)
            cursor.advance()
        }
        return unit
    }
}
