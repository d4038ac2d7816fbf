/// A value of a configuration file and where it stands, whatever language the file is written in.
///
/// YAML, JSON and CSV are all read into this tree, so each section of a site has one reader.
struct SourceNode {
    var content: Content
    var place: SourcePlace

    enum Content {
        /// A text, a number or a switch. Quoted text is never a number, a switch or nothing.
        case text(String, isQuoted: Bool)
        case list([SourceNode])
        case mapping([SourceEntry])
        case nothing
    }
}

/// One key of a mapping with its value.
struct SourceEntry {
    var key: String
    var place: SourcePlace
    var value: SourceNode
}

/// A place in a file: line and column from 1, the column in Unicode scalars.
package struct SourcePlace: Hashable {
    package var line: Int
    package var column: Int

    package static let start = SourcePlace(line: 1, column: 1)
}

/// What keeps a text from being read at all.
package struct SyntaxMistake: Error {
    package var place: SourcePlace
    package var message: String
    package var suggestion: String

    package init(place: SourcePlace, message: String, suggestion: String) {
        self.place = place
        self.message = message
        self.suggestion = suggestion
    }
}
