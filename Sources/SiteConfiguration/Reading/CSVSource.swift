/// Reads comma-separated values (RFC 4180) cell by cell, each with its place.
///
/// Lines may end in LF or CRLF, cells may be quoted and then hold commas, line ends and doubled quotes.
/// Empty lines and lines that start with `#` are passed over.
package struct CSVSource {
    /// One cell and where it starts.
    package struct Cell {
        package var text: String
        package var place: SourcePlace
    }

    private var cursor: TextCursor

    /// Begins at the start of a text.
    package init(_ text: String) { cursor = TextCursor(text) }

    /// The cells of the next line that holds any; `nil` at the end.
    package mutating func nextRow() throws(SyntaxMistake) -> [Cell]? {
        skipEmptyLines()
        guard cursor.byte != nil else { return nil }
        var cells = [try cell()]
        while cursor.take(",") { cells.append(try cell()) }
        takeLineEnd()
        return cells
    }

    private mutating func skipEmptyLines() {
        while let byte = cursor.byte {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): cursor.advance()
            case UInt8(ascii: "#"):
                while let byte = cursor.byte, byte != UInt8(ascii: "\n") { cursor.advance() }
            default: return
            }
        }
    }

    private mutating func takeLineEnd() {
        _ = cursor.take("\r")
        _ = cursor.take("\n")
    }

    private mutating func cell() throws(SyntaxMistake) -> Cell {
        let place = cursor.place
        if cursor.byte == UInt8(ascii: "\"") {
            return Cell(text: try quotedText(from: place), place: place)
        }
        let text = cursor.take { byte in
            byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
        }
        return Cell(text: trimmed(text), place: place)
    }

    private mutating func quotedText(from place: SourcePlace) throws(SyntaxMistake) -> String {
        cursor.advance()
        var text = ""
        while true {
            text += cursor.take { $0 != UInt8(ascii: "\"") }
            guard cursor.take("\"") else {
                throw SyntaxMistake(
                    place: place, message: "this cell has no end",
                    suggestion: "close it with a double quote; write \"\" for a quote inside it")
            }
            guard cursor.byte == UInt8(ascii: "\"") else { break }
            text += "\""
            cursor.advance()
        }
        switch cursor.byte {
        case nil, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return text
        default:
            throw SyntaxMistake(
                place: cursor.place, message: "text follows the end of a quoted cell",
                suggestion: "put a comma here, or write \"\" for a quote inside the cell")
        }
    }

    private func trimmed(_ text: String) -> String {
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        var rest = text[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
