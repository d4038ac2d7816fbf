/// One mistake in a file of samples: where it is, what is wrong, what would be right.
public struct SeriesMistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// Path of the file, as the user would open it.
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Byte in the line, from 1.
    public var column: Int
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var suggestion: String

    /// `file:line:column: message; suggestion`.
    public var description: String { "\(file):\(line):\(column): \(message); \(suggestion)" }
}

/// What is wrong in a cell, before its place is known.
struct BadCell: Error {
    var message: String
    var suggestion: String
}
