public import Alerting
import GRDB
import JSONLines
public import Vocabulary
public import Watch

extension SiteStore {
    /// The judgement of a reach so far; `nil` when none of its cameras has given a sample.
    public func watch(of reach: ReachID) async throws(StoreError) -> ReachWatch? {
        try await read { database in try Self.watch(of: reach, in: database) }
    }

    /// Ends the alerts of reaches that the site no longer has: no sample would ever end them.
    ///
    /// What was known of them is forgotten but for their alerts' history.
    ///
    /// - Parameter remaining: The reaches that the site has.
    public func retireReaches(
        except remaining: Set<ReachID>, at now: Timestamp, by policy: NotificationPolicy
    ) async throws(StoreError) -> CommittedAlerts {
        try await write { database in
            var desk = try TellingDesk(policy, at: now, in: database)
            var committed = CommittedAlerts.none
            for reach in try reaches(in: database) where !remaining.contains(reach) {
                guard var watch = try Self.watch(of: reach, in: database) else { continue }
                let events = watch.retireAll(at: now).compactMap(\.alert)
                let fresh = try Self.insert(try events.map(PreparedEvent.init), into: database)
                committed.events += fresh
                committed.notices += try desk.tell(
                    fresh, of: .reach(reach), tags: nil, at: now)
                try Self.keep(watch, in: database)
            }
            try desk.close()
            return committed
        }
    }

    /// Judges a reach by new samples of one of its cameras.
    ///
    /// The judgement is read and written in the transaction that keeps the samples, so two cameras
    /// of a reach that are committed at once both count.
    ///
    /// - Returns: Changes of the reach's alerts that are new to the store.
    static func judge(
        _ membership: ReachMembership, by samples: [CoverageSample], in database: Database
    ) throws -> [AlertEvent] {
        guard !samples.isEmpty else { return [] }
        let reach = membership.reach
        var watch = try watch(of: reach.id, in: database) ?? ReachWatch(reach: reach.id)
        let events = samples.flatMap { sample in
            watch.step(sample, of: reach, rules: membership.rules).compactMap(\.alert)
        }
        try keep(watch, in: database)
        let prepared = try events.map(PreparedEvent.init)
        return try insert(try withoutIdleReminders(prepared, in: database), into: database)
    }

    private static func watch(of reach: ReachID, in database: Database) throws -> ReachWatch? {
        let statement = try database.cachedStatement(sql: "SELECT watch FROM reach WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [reach.rawValue])?
            .json("watch", as: ReachWatch.self)
    }

    private static func keep(_ watch: ReachWatch, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO reach (id, watch) VALUES (?1, ?2)
                ON CONFLICT (id) DO UPDATE SET watch = ?2
                """)
        try statement.execute(arguments: [watch.reach.rawValue, try JSONLine.encode(watch)])
    }

    private func reaches(in database: Database) throws -> [ReachID] {
        try String.fetchAll(database, sql: "SELECT id FROM reach ORDER BY id").map { ReachID($0) }
    }
}
