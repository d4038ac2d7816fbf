public import Alerting
import GRDB
import JSONLines
public import Vocabulary

/// A silence in the store and the number by which it is ended.
public struct NumberedSilence: Codable, Hashable, Sendable {
    /// Its number.
    public var number: Int64
    /// The silence.
    public var silence: Silence
}

extension SiteStore {
    /// Keeps a silence; returns its number.
    ///
    /// It holds from the next look at each camera on.
    public func add(_ silence: Silence) async throws(StoreError) -> Int64 {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO silence (ends_at, body) VALUES (?, ?)",
                arguments: [
                    silence.end.nanosecondsSinceEpoch, try JSONLine.encode(silence),
                ])
            return database.lastInsertedRowID
        }
    }

    /// Ends a silence at a moment, or takes it back when it has not begun.
    ///
    /// - Returns: Whether there was such a silence that had not ended.
    public func endSilence(
        _ number: Int64, at now: Timestamp
    ) async throws(StoreError) -> Bool {
        try await write { database in
            guard
                var silence = try Self.silences(in: database)
                    .first(where: { $0.number == number })?.silence,
                silence.end > now
            else { return false }
            silence.end = max(silence.start, now)
            try database.execute(
                sql: "UPDATE silence SET ends_at = ?, body = ? WHERE id = ?",
                arguments: [
                    silence.end.nanosecondsSinceEpoch, try JSONLine.encode(silence), number,
                ])
            return true
        }
    }

    /// All silences that were not pruned, by their numbers.
    public func silences() async throws(StoreError) -> [NumberedSilence] {
        try await read { database in try Self.silences(in: database) }
    }

    static func silences(in database: Database) throws -> [NumberedSilence] {
        let statement = try database.cachedStatement(
            sql: "SELECT id, body FROM silence ORDER BY id")
        return try Row.fetchAll(statement).map { row in
            guard let silence = try row.json("body", as: Silence.self) else {
                throw UnreadableColumn("body", "it is empty")
            }
            return NumberedSilence(number: try row.value("id"), silence: silence)
        }
    }
}
