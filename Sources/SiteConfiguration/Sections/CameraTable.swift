/// Cameras in a CSV file: a header that names the columns, then one camera a row.
enum CameraTable {
    /// The cameras as they would stand in the site file.
    static func rows(_ text: String, _ file: SourceFile) throws(SyntaxMistake) -> [SourceValue] {
        var csv = CSVSource(text)
        guard let header = try csv.nextRow() else {
            throw SyntaxMistake(
                place: .start, message: "the file has no header",
                suggestion: "write a first line such as id,url,zone,tag:district")
        }
        let columns = columns(header, file)
        var rows: [SourceValue] = []
        var hasRows = false
        while let cells = try csv.nextRow() {
            hasRows = true
            let place = cells.first?.place ?? .start
            guard cells.count == header.count else {
                file.report(
                    at: place, "this row has \(cells.count) cells, the header has \(header.count)",
                    "give each column a cell; an empty one is ,,")
                continue
            }
            rows.append(
                SourceValue(node: FlatCamera.nested(entries(columns, cells), at: place), file: file)
            )
        }
        guard hasRows else {
            throw SyntaxMistake(
                place: .start, message: "the file holds no camera",
                suggestion: "write one camera a line below the header")
        }
        return rows
    }

    /// The name of each column; `nil` for one that has a mistake, whose cells are passed over.
    private static func columns(_ header: [CSVSource.Cell], _ file: SourceFile) -> [String?] {
        var seen: Set<String> = []
        return header.map { cell in
            let name = cell.text
            guard seen.insert(name).inserted else {
                file.report(at: cell.place, "the column '\(name)' stands twice", "remove one")
                return nil
            }
            return isColumn(name, cell.place, file) ? name : nil
        }
    }

    private static func isColumn(_ name: String, _ place: SourcePlace, _ file: SourceFile) -> Bool {
        guard let tag = FlatCamera.tag(of: name) else {
            if FlatCamera.columns.contains(name) { return true }
            file.report(
                at: place, "'\(name)' is not a column of cameras",
                NearestName.advice(for: name, among: FlatCamera.columns + ["tag:NAME"]))
            return false
        }
        return TagsSection.mayBeCalled(tag, at: place, in: file)
    }

    /// The cells that hold something; an empty cell is an absent key.
    private static func entries(_ columns: [String?], _ cells: [CSVSource.Cell]) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        entries.reserveCapacity(cells.count)
        for (column, cell) in zip(columns, cells) where !cell.text.isEmpty {
            guard let column else { continue }
            let value = SourceNode(content: .text(cell.text, isQuoted: false), place: cell.place)
            entries.append(SourceEntry(key: column, place: cell.place, value: value))
        }
        return entries
    }
}
