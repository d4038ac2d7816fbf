import GRDB

extension DatabaseError {
    /// Whether the record that was to be written is at fault, rather than the disk or the database.
    var isAboutRecord: Bool {
        [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG].contains(resultCode)
    }
}

extension StoreError {
    /// Puts what GRDB or SQLite reported about the database at `path` into plain words.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError:
            self = error
        case is CancellationError:
            self = Self.interrupted(path)
        case let error as UnreadableColumn:
            self = .unreadable(error.description, path: path)
        case let error as DatabaseError where error.isAboutRecord:
            self = Self.invalidRecord(error.message ?? "\(error.extendedResultCode)", path: path)
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode, detail: error.message, path: path)
        default:
            self.init(.unexpected, path, "The store '\(path)' failed: \(error)")
        }
    }

    private init(code: ResultCode, detail: String?, path: String) {
        let detail = detail ?? "SQLite code \(code.rawValue)"
        switch code {
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self = .readOnly(path)
        // The index of the log is a memory map, for which a full disk is another error.
        case .SQLITE_FULL, .SQLITE_IOERR_SHMSIZE:
            self.init(
                .full, path,
                "The disk that holds '\(path)' is full. Nothing that was acknowledged is lost. "
                    + "Free some space; work goes on by itself.")
        case .SQLITE_IOERR:
            self.init(
                .diskFailed, path,
                "The disk that holds '\(path)' reported an error (\(detail)). Look at the "
                    + "system's log, and check the disk.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
            self.init(
                .corrupt, path,
                "The store '\(path)' is damaged or is no SQLite database (\(detail)). Move the "
                    + "file away and restore it from a backup.")
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
            self.init(
                .busy, path,
                "Another process held the store '\(path)' for too long. Try again; if it stays "
                    + "so, look for a process that keeps a transaction open.")
        case .SQLITE_CANTOPEN, .SQLITE_NOLFS:
            self.init(
                .cannotOpen, path,
                "The store '\(path)' can't be opened (\(detail)). Check that it is a file that "
                    + "this user may read and write.")
        case .SQLITE_INTERRUPT, .SQLITE_ABORT:
            self = Self.interrupted(path)
        default:
            self.init(.unexpected, path, "The store '\(path)' failed (\(detail)).")
        }
    }

    private static func interrupted(_ path: String) -> StoreError {
        StoreError(
            .interrupted, path,
            "Work on the store '\(path)' was stopped before it was complete; nothing was written.")
    }
}
