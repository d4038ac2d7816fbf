/// A camera as one row of a table: `every` stands beside `id`, and each tag has a column `tag:NAME`.
enum FlatCamera {
    /// Columns that stand as they are in a camera.
    static let plainKeys = [
        "id", "name", "url", "user", "password", "zone", "recalibration", "reach",
    ]
    private static let locationKeys = ["lat", "lon"]
    private static let tagPrefix = "tag:"

    /// All columns but the tags, of which there may be any.
    static let columns = plainKeys + SamplingSection.keys + locationKeys

    /// The tag of a column `tag:NAME`; `nil` for other columns.
    static func tag(of column: String) -> String? {
        column.hasPrefix(tagPrefix) ? String(column.dropFirst(tagPrefix.count)) : nil
    }

    /// The camera as it would stand in the site file; keys that are no columns are kept.
    static func nested(_ cells: [SourceEntry], at place: SourcePlace) -> SourceNode {
        var camera: [SourceEntry] = []
        var sample: [SourceEntry] = []
        var location: [SourceEntry] = []
        var tags: [SourceEntry] = []
        for cell in cells {
            if SamplingSection.keys.contains(cell.key) {
                sample.append(cell)
            } else if locationKeys.contains(cell.key) {
                location.append(cell)
            } else if let tag = tag(of: cell.key) {
                tags.append(SourceEntry(key: tag, place: cell.place, value: cell.value))
            } else {
                camera.append(cell)
            }
        }
        for (key, entries) in [("sample", sample), ("location", location), ("tags", tags)] {
            guard let first = entries.first else { continue }
            if let index = camera.firstIndex(where: { $0.key == key }) {
                camera[index].value.append(entries)
            } else {
                let value = SourceNode(content: .mapping(entries), place: first.value.place)
                camera.append(SourceEntry(key: key, place: first.place, value: value))
            }
        }
        return SourceNode(content: .mapping(camera), place: place)
    }
}

extension SourceNode {
    /// Adds entries to a mapping; leaves any other value as it is, to be told as a mistake.
    fileprivate mutating func append(_ entries: [SourceEntry]) {
        guard case .mapping(let own) = content else { return }
        content = .mapping(own + entries)
    }
}
