import GRDB
import JSONLines
public import Vocabulary

/// What is known of a camera's view, and under which approval it was learnt.
public struct KnownScene: Hashable, Sendable {
    /// What the sampler remembers; `nil` before the first good frame and after an approval.
    public var memory: SceneMemory?
    /// How often the view was approved.
    public var approvals: Int

    /// Makes a scene of which nothing is known.
    public init(memory: SceneMemory? = nil, approvals: Int = 0) {
        self.memory = memory
        self.approvals = approvals
    }
}

extension SiteStore {
    /// Makes what a camera shows now its right view: what was known before is forgotten.
    ///
    /// A look at the camera that is under way changes nothing in that: what it learnt of the former
    /// view is dropped.
    ///
    /// - Returns: Whether the store knows the camera.
    public func approveScene(of camera: CameraID) async throws(StoreError) -> Bool {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO scene (camera, memory, approvals)
                    SELECT id, NULL, 1 FROM camera WHERE id = ?
                    ON CONFLICT (camera) DO UPDATE SET memory = NULL, approvals = approvals + 1
                    """,
                arguments: [camera.rawValue])
            return database.changesCount == 1
        }
    }

    /// What is known of a camera's view; a record that can't be read counts as nothing known.
    static func scene(of camera: CameraID, in database: Database) throws -> KnownScene {
        let statement = try database.cachedStatement(
            sql: "SELECT memory, approvals FROM scene WHERE camera = ?")
        guard let row = try Row.fetchOne(statement, arguments: [camera.rawValue]) else {
            return KnownScene()
        }
        return KnownScene(
            memory: try? row.json("memory", as: SceneMemory.self),
            approvals: try row.value("approvals"))
    }

    /// Keeps a new memory, unless the view was approved since the camera was claimed.
    static func keepScene(
        _ memory: String, of claim: CameraClaim, in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO scene (camera, memory, approvals) VALUES (?, ?, ?)
                ON CONFLICT (camera) DO UPDATE SET memory = excluded.memory
                WHERE approvals = excluded.approvals
                """)
        try statement.execute(arguments: [
            claim.camera.rawValue, memory, claim.scene.approvals,
        ])
    }

    /// Forgets the view of a camera that gets another source.
    static func forgetScene(
        of camera: CameraRegistration, in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                UPDATE scene SET memory = NULL
                WHERE camera = ? AND (SELECT source FROM camera WHERE id = ?) <> ?
                """)
        try statement.execute(arguments: [
            camera.id.rawValue, camera.id.rawValue, camera.source,
        ])
    }
}
