import FoundationEssentials
import GRDB

/// All that a site keeps on one machine: cameras, samples, alerts, outbox and department queues.
///
/// Everything lies in one SQLite file, `duckweed.sqlite`, in the state directory. A commit is on
/// the disk when its method returns: the journal is a write-ahead log and `synchronous` is `FULL`.
/// Several processes may have the same store open; one of them schedules cameras (``StateLock``).
///
/// Methods never block the calling thread; the database work is done on GRDB's own queues. A task
/// that is cancelled during a call gets ``StoreError/Kind/interrupted``, and nothing is written.
public final class SiteStore: Sendable {
    /// Name of the database file in the state directory.
    public static let fileName = "duckweed.sqlite"

    /// Path of the database file.
    public let path: String

    let pool: DatabasePool

    /// Whether a store may come into being by being opened.
    public enum Opening: Sendable {
        /// A missing store is made: for the program that watches the cameras.
        case createIfMissing
        /// A missing store is an error: for programs that only look or acknowledge.
        case existing
    }

    /// Opens the store in a state directory and brings its schema up to date.
    ///
    /// Blocks while it opens, which takes long only when an old schema is changed.
    ///
    /// - Throws: ``StoreError`` when the directory is missing or read-only, the file is not a
    ///   sound database, its schema is from a newer program, or it can't be made durable.
    public convenience init(
        directory: String, opening: Opening = .createIfMissing
    ) throws(StoreError) {
        try self.init(directory: directory, opening: opening, largestPageCount: nil)
    }

    /// Opens a store that may grow to a number of pages of 4 KiB, after which the disk counts as full.
    package init(
        directory: String, opening: Opening = .createIfMissing, largestPageCount: Int?
    ) throws(StoreError) {
        path = "\(directory)/\(Self.fileName)"
        try Self.checkPlace(directory: directory, path: path, opening: opening)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            try Self.makeDurable(pool, path: path)
            try Schema.bringUpToDate(pool, path: path)
            if let largestPageCount {
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA max_page_count = \(largestPageCount)")
                }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Closes the store once the calls under way have ended; later calls fail.
    ///
    /// The last program to close it leaves all of it in the one database file.
    public func close() throws(StoreError) {
        // SQLite empties the log only when the connection that writes is the last one to close.
        pool.invalidateReadOnlyConnections()
        do { try pool.close() } catch { throw StoreError(error, path: path) }
    }

    /// Runs `body` in a write transaction, which is undone when `body` throws.
    func write<Result: Sendable>(
        _ body: @Sendable (Database) throws -> Result
    ) async throws(StoreError) -> Result {
        do {
            return try await pool.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs `body` on one unchanging state of the database.
    func read<Result: Sendable>(
        _ body: @Sendable (Database) throws -> Result
    ) async throws(StoreError) -> Result {
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

extension SiteStore {
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "duckweed.store"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // A log that one long read let grow is cut back to 64 MiB at the next checkpoint.
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }

    /// Finds the mistakes of a deployment before SQLite turns them into "unable to open".
    private static func checkPlace(
        directory: String, path: String, opening: Opening
    ) throws(StoreError) {
        let files = FileManager.default
        var isDirectory = false
        guard files.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory else {
            throw .noDirectory(directory)
        }
        let exists = files.fileExists(atPath: path)
        guard exists || opening == .createIfMissing else { throw .noStore(path) }
        guard files.isWritableFile(atPath: directory), !exists || files.isWritableFile(atPath: path)
        else { throw .readOnly(path) }
    }

    /// Has every commit wait for the disk, and refuses to go on when SQLite does not comply.
    ///
    /// `DatabasePool` sets `synchronous` to `NORMAL` after `prepareDatabase` has run, so `FULL`
    /// can only be set here. A power cut would otherwise take back commits that were acknowledged.
    private static func makeDurable(_ pool: DatabasePool, path: String) throws {
        let level = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        guard level == 2 else { throw StoreError.notDurable(path, level: level) }
    }

    /// The value of a pragma on the connection that writes.
    package func pragma(_ name: String) async throws(StoreError) -> String? {
        do {
            return try await pool.writeWithoutTransaction { database in
                try String.fetchOne(database, sql: "PRAGMA \(name)")
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
