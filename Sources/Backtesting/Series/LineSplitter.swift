/// Cuts lines of comma-separated values into cells, without allocating for a line.
struct LineSplitter {
    /// The cells of the newest line, without blanks and quotes around them.
    private(set) var cells: [SeriesCell] = []

    static let lineEnd = UInt8(ascii: "\n")
    /// What some programs write at the start of a text, of which it is no part.
    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// Takes the mark off the first cell of a file.
    mutating func removeByteOrderMark(in bytes: [UInt8]) {
        guard cells[0].begins(with: Self.byteOrderMark, in: bytes) else { return }
        cells[0].start += Self.byteOrderMark.count
    }

    /// Whether the line is empty or a comment.
    func isPassedOver(in bytes: [UInt8]) -> Bool {
        guard let first = cells.first else { return true }
        if first.isEmpty { return cells.count == 1 }
        return bytes[first.start] == UInt8(ascii: "#")
    }

    /// Finds the cells up to the next line end, whose place is returned; the count of bytes if none.
    mutating func split(_ bytes: [UInt8], from start: Int) -> Int {
        cells.removeAll(keepingCapacity: true)
        var cellStart = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ",") {
                cells.append(Self.trimmed(SeriesCell(start: cellStart, end: index), bytes))
                cellStart = index + 1
            } else if byte == Self.lineEnd {
                cells.append(Self.trimmed(SeriesCell(start: cellStart, end: index), bytes))
                return index
            } else if byte == UInt8(ascii: "\""), index == cellStart {
                // To the closing quote, or to the end of the line.
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
                    bytes[index] != Self.lineEnd
                { index += 1 }
                if index < bytes.count, bytes[index] == Self.lineEnd { continue }
            }
            index += 1
        }
        return bytes.count
    }

    /// The cell without blanks and quotes around it.
    private static func trimmed(_ cell: SeriesCell, _ bytes: [UInt8]) -> SeriesCell {
        var cell = cell
        while cell.start < cell.end, isBlank(bytes[cell.end - 1]) { cell.end -= 1 }
        while cell.start < cell.end, isBlank(bytes[cell.start]) { cell.start += 1 }
        if cell.end - cell.start >= 2, bytes[cell.start] == UInt8(ascii: "\""),
            bytes[cell.end - 1] == UInt8(ascii: "\"")
        {
            cell.start += 1
            cell.end -= 1
        }
        return cell
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0d
    }
}
