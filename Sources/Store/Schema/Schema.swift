import GRDB

/// The versions of the schema, in the order in which they came.
///
/// A version that has been released is never changed: a new one is put behind it, in a file of
/// its own.
enum Schema {
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(SchemaVersion1.name) { try $0.execute(sql: SchemaVersion1.sql) }
        migrator.registerMigration(SchemaVersion2.name) { try $0.execute(sql: SchemaVersion2.sql) }
        migrator.registerMigration(SchemaVersion3.name) { try $0.execute(sql: SchemaVersion3.sql) }
        migrator.registerMigration(SchemaVersion4.name) { try $0.execute(sql: SchemaVersion4.sql) }
        return migrator
    }

    /// Applies the versions that the database lacks, each in a transaction.
    ///
    /// - Throws: ``StoreError`` of the kind `schemaTooNew` when the database has a version that
    ///   this program does not know.
    static func bringUpToDate(_ pool: DatabasePool, path: String) throws {
        let migrator = migrator
        guard try !pool.read(migrator.hasBeenSuperseded) else {
            throw StoreError.schemaTooNew(path)
        }
        var applied = try pool.read(migrator.appliedIdentifiers)
        while true {
            do {
                return try migrator.migrate(pool)
            } catch {
                // Two programs that start at once both see an old schema; the second one to lock the
                // database fails on a version that the first has just applied, which is no harm.
                let former = applied
                applied = try pool.read(migrator.appliedIdentifiers)
                guard applied.count > former.count else { throw error }
            }
        }
    }
}
