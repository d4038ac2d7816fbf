public import Vocabulary

/// Why the store could not do what was asked.
///
/// Nothing is half done: the transaction in which the error arose was undone.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    public let kind: Kind
    /// The file or directory in question.
    public let path: String
    /// What is wrong, where, and what to do, in plain sentences.
    public let message: String

    /// The kinds of trouble a store can be in.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The directory, or the database in it, is missing or can't be opened.
        case cannotOpen
        /// The directory or the database can't be written.
        case readOnly
        /// The disk is full.
        case full
        /// The disk reported an error.
        case diskFailed
        /// The file is damaged, or is no database.
        case corrupt
        /// Another process held the database for longer than the store waits.
        case busy
        /// Another process watches the cameras of this state directory.
        case inUse
        /// A newer program made the database.
        case schemaTooNew
        /// SQLite would not wait for the disk at a commit.
        case notDurable
        /// The task was cancelled before the transaction was complete.
        case interrupted
        /// A record contradicts the schema, which is a mistake of the program.
        case invalidRecord
        /// SQLite reported something that is not foreseen.
        case unexpected
    }

    /// The exit code for a program that ends because of this.
    ///
    /// ``ProgramExit/tryAgain`` also says that the same call may succeed later in this process.
    public var exit: ProgramExit {
        switch kind {
        case .full, .diskFailed, .busy, .inUse, .interrupted: .tryAgain
        case .cannotOpen, .readOnly, .corrupt, .schemaTooNew, .notDurable, .invalidRecord,
            .unexpected:
            .unavailable
        }
    }

    /// The message.
    public var description: String { message }

    init(_ kind: Kind, _ path: String, _ message: String) {
        self.kind = kind
        self.path = path
        self.message = message
    }
}

extension StoreError {
    static func noDirectory(_ directory: String) -> StoreError {
        StoreError(
            .cannotOpen, directory,
            "The state directory '\(directory)' does not exist. Create it, or name another one.")
    }

    static func noStore(_ path: String) -> StoreError {
        StoreError(
            .cannotOpen, path,
            "There is no store at '\(path)'. Name the state directory that 'duckweed run' uses.")
    }

    static func readOnly(_ path: String) -> StoreError {
        StoreError(
            .readOnly, path,
            "The store '\(path)' can't be written. Give this user the right to write the file "
                + "and its directory, or mount the file system for writing.")
    }

    static func schemaTooNew(_ path: String) -> StoreError {
        StoreError(
            .schemaTooNew, path,
            "The store '\(path)' was made by a newer duckweed. Run that version, or name another "
                + "state directory.")
    }

    static func notDurable(_ path: String, level: Int?) -> StoreError {
        StoreError(
            .notDurable, path,
            "SQLite does not wait for the disk at a commit of '\(path)' (synchronous is "
                + "\(level.map(String.init) ?? "unknown"), not 2). Use another build of SQLite.")
    }

    static func inUse(_ path: String) -> StoreError {
        StoreError(
            .inUse, path,
            "Another duckweed watches the cameras of this state directory and holds '\(path)'. "
                + "Stop it first, or name another state directory.")
    }

    static func invalidRecord(_ what: String, path: String) -> StoreError {
        StoreError(.invalidRecord, path, "A record does not fit the store '\(path)' (\(what)).")
    }

    static func unreadable(_ what: String, path: String) -> StoreError {
        StoreError(
            .corrupt, path,
            "The store '\(path)' holds a record that can't be read: \(what). Restore the file "
                + "from a backup.")
    }
}
