import JSONLines
import Vocabulary
import Watch

/// A completion with its JSON made, so that as little as can be is done while the database is locked.
struct PreparedCompletion: Sendable {
    let completion: Completion
    let watch: String
    let scene: String?
    let events: [PreparedEvent]

    /// - Throws: `MisplacedRecord`, or `EncodingError` for a number that JSON can't hold.
    init(_ completion: Completion) throws {
        try MisplacedRecord.check(
            completion.observations.map(\.camera), of: completion.claim.camera)
        try MisplacedRecord.check(completion.events, of: completion.claim.camera)
        self.completion = completion
        watch = try JSONLine.encode(completion.watch)
        scene = try completion.scene.map { try JSONLine.encode($0) }
        events = try completion.events.map(PreparedEvent.init)
    }
}

/// A record of one camera among the results of another one.
struct MisplacedRecord: Error, CustomStringConvertible {
    let description: String

    static func check(_ named: [CameraID], of camera: CameraID) throws(MisplacedRecord) {
        guard let other = named.first(where: { $0 != camera }) else { return }
        throw MisplacedRecord(other.rawValue, camera)
    }

    static func check(_ events: [AlertEvent], of camera: CameraID) throws(MisplacedRecord) {
        guard let other = events.first(where: { $0.identity.subject != .camera(camera) }) else {
            return
        }
        throw MisplacedRecord("\(other.identity.subject)", camera)
    }

    private init(_ other: String, _ camera: CameraID) {
        description = "a record of '\(other)' came with the result of '\(camera)'"
    }
}
