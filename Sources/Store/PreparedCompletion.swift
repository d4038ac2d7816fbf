import JSONLines
import Vocabulary
import Watch

/// A completion with its JSON made, so that no encoding is done while the database is locked.
struct PreparedCompletion: Sendable {
    let completion: Completion
    let watch: String
    let scene: String?
    let alerts: PreparedAlerts

    /// - Throws: `MisplacedRecord`, or `EncodingError` for a number that JSON can't hold.
    init(_ completion: Completion) throws {
        try MisplacedRecord.check(
            completion.observations.map(\.camera), of: completion.claim.camera)
        self.completion = completion
        watch = try JSONLine.encode(completion.watch)
        scene = try completion.scene.map { try JSONLine.encode($0) }
        alerts = try PreparedAlerts(
            of: completion.claim.camera, completion.events, completion.messages)
    }
}

/// Events of one camera's alerts and the messages that tell of them, with their JSON made.
struct PreparedAlerts: Sendable {
    let events: [(record: AlertEvent, evidence: String)]
    let messages: [(record: DepartmentMessage, body: String)]

    /// - Throws: `MisplacedRecord`, or `EncodingError` for a number that JSON can't hold.
    init(of camera: CameraID, _ events: [AlertEvent], _ messages: [DepartmentMessage]) throws {
        try MisplacedRecord.check(
            events.compactMap(\.identity.camera) + messages.compactMap(\.data.camera), of: camera)
        self.events = try events.map { ($0, try JSONLine.encode($0.evidence)) }
        self.messages = try messages.map { ($0, try JSONLine.encode($0)) }
    }
}

/// A record of one camera among the results of another one.
struct MisplacedRecord: Error, CustomStringConvertible {
    let description: String

    static func check(_ named: [CameraID], of camera: CameraID) throws(MisplacedRecord) {
        guard let other = named.first(where: { $0 != camera }) else { return }
        throw MisplacedRecord(
            description: "a record of '\(other)' came with the result of '\(camera)'")
    }
}

extension DepartmentMessage {
    /// Identifies the event that the message tells of: the message's own `id` without the department.
    var eventID: String { String(id.dropLast(data.department.rawValue.count + 1)) }
}
