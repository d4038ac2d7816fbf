/// One mistake in a site file or in a file that it names: where it is, what is wrong, what would be right.
public struct SiteMistake: Codable, Hashable, Sendable, CustomStringConvertible {
    /// Path of the file, as the user would open it.
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Column in the line, from 1, counted in Unicode scalars.
    public var column: Int
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var suggestion: String

    /// Makes a mistake.
    public init(file: String, line: Int, column: Int, message: String, suggestion: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.suggestion = suggestion
    }

    /// `file:line:column: message; suggestion`.
    public var description: String { "\(file):\(line):\(column): \(message); \(suggestion)" }
}

/// All mistakes of a site, sorted by place; never empty.
///
/// The site file's own mistakes come first, then those of the files that it names.
public struct SiteMistakes: Error, Sendable, CustomStringConvertible {
    /// The mistakes, in order.
    public let mistakes: [SiteMistake]

    /// Sorts `mistakes` by place, those in `firstFile` before all others.
    init(_ mistakes: [SiteMistake], firstFile: String) {
        self.mistakes = mistakes.sorted { left, right in
            let leftRank = left.file == firstFile ? 0 : 1
            let rightRank = right.file == firstFile ? 0 : 1
            return (leftRank, left.file, left.line, left.column, left.message)
                < (rightRank, right.file, right.line, right.column, right.message)
        }
    }

    /// Mistakes that were found after the site was read; at least one.
    public init(_ mistakes: [SiteMistake]) { self.mistakes = mistakes }

    /// One mistake a line.
    public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
