public import Alerting
import GRDB
import JSONLines
public import Vocabulary

extension SiteStore {
    /// Sums up the alerts that a storm has kept back, once it is over or has lasted long enough.
    ///
    /// - Parameter isLast: Whether the caller will not ask again for long; then nothing is kept back.
    /// - Returns: The summaries, which are in the outbox.
    public func sumUpStorm(
        at now: Timestamp, by policy: NotificationPolicy, isLast: Bool = false
    ) async throws(StoreError) -> [StormSummary] {
        try await write { database in
            var desk = try TellingDesk(policy, at: now, in: database)
            let summaries = try desk.sumUp(isLast: isLast)
            try desk.close()
            return summaries
        }
    }

    static func storm(in database: Database) throws -> StormBreaker {
        let statement = try database.cachedStatement(sql: "SELECT breaker FROM storm")
        return try Row.fetchOne(statement)?.json("breaker", as: StormBreaker.self) ?? StormBreaker()
    }

    static func keep(_ storm: StormBreaker, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO storm (id, breaker) VALUES (1, ?1)
                ON CONFLICT (id) DO UPDATE SET breaker = ?1
                """)
        try statement.execute(arguments: [try JSONLine.encode(storm)])
    }
}
