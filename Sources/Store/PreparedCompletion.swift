import JSONLines
import Vocabulary
import Watch

/// A completion with its JSON made, so that no encoding is done while the database is locked.
struct PreparedCompletion: Sendable {
    let completion: Completion
    let watch: String
    let events: [(record: AlertEvent, evidence: String)]
    let messages: [(record: DepartmentMessage, body: String)]

    /// - Throws: `MisplacedRecord`, or `EncodingError` for a number that JSON can't hold.
    init(_ completion: Completion) throws {
        try MisplacedRecord.check(completion)
        self.completion = completion
        watch = try JSONLine.encode(completion.watch)
        events = try completion.events.map { ($0, try JSONLine.encode($0.evidence)) }
        messages = try completion.messages.map { ($0, try JSONLine.encode($0)) }
    }
}

/// A record of one camera in the completion of another one.
struct MisplacedRecord: Error, CustomStringConvertible {
    let description: String

    static func check(_ completion: Completion) throws(MisplacedRecord) {
        let named =
            completion.observations.map(\.camera) + completion.events.map(\.identity.camera)
            + completion.messages.map(\.data.camera)
        guard let other = named.first(where: { $0 != completion.claim.camera }) else { return }
        throw MisplacedRecord(
            description: "a record of '\(other)' came with the result of "
                + "'\(completion.claim.camera)'")
    }
}

extension DepartmentMessage {
    /// Identifies the event that the message tells of: the message's own `id` without the department.
    var eventID: String { String(id.dropLast(data.department.rawValue.count + 1)) }
}
