import Evaluation
import SiteConfiguration

/// Reads the index of a labelled set: CSV with a header, of which the columns `name` and `kind` count.
enum LabelledSetIndex {
    /// A picture of the set.
    struct Row {
        let name: String
        let kind: PictureKind
    }

    /// The rows, in order; names are different and at least one is there.
    static func rows(_ text: String) throws(SyntaxMistake) -> [Row] {
        var csv = CSVSource(text)
        guard let header = try csv.nextRow() else {
            throw SyntaxMistake(
                place: .start, message: "the index is empty",
                suggestion: "begin it with a line such as name,kind")
        }
        let nameColumn = try column("name", of: header)
        let kindColumn = try column("kind", of: header)
        var rows: [Row] = []
        var names: Set<String> = []
        while let cells = try csv.nextRow() {
            let place = cells.first?.place ?? .start
            guard cells.count == header.count else {
                throw SyntaxMistake(
                    place: place,
                    message: "this row has \(cells.count) cells, the header has \(header.count)",
                    suggestion: "give each column a cell; quote cells that hold commas")
            }
            let row = try row(name: cells[nameColumn], kind: cells[kindColumn])
            guard names.insert(row.name).inserted else {
                throw SyntaxMistake(
                    place: place, message: "the picture '\(row.name)' stands twice",
                    suggestion: "remove one")
            }
            rows.append(row)
        }
        guard rows.isEmpty else { return rows }
        throw SyntaxMistake(
            place: .start, message: "the index names no picture",
            suggestion: "write one picture a line below the header")
    }

    private static func column(
        _ name: String, of header: [CSVSource.Cell]
    ) throws(SyntaxMistake) -> Int {
        if let column = header.firstIndex(where: { $0.text == name }) { return column }
        throw SyntaxMistake(
            place: .start, message: "the index has no column '\(name)'",
            suggestion: "name the columns in the first line, such as name,kind")
    }

    private static func row(
        name: CSVSource.Cell, kind: CSVSource.Cell
    ) throws(SyntaxMistake) -> Row {
        guard !name.text.isEmpty, !name.text.contains("/") else {
            throw SyntaxMistake(
                place: name.place, message: "'\(name.text)' is no name of a picture",
                suggestion: "write the name of the file without .jpg")
        }
        guard let known = PictureKind(rawValue: kind.text) else {
            let kinds = PictureKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw SyntaxMistake(
                place: kind.place, message: "'\(kind.text)' is no kind of picture",
                suggestion: "write one of \(kinds)")
        }
        return Row(name: name.text, kind: known)
    }
}
