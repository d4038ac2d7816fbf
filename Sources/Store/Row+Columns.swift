import GRDB
import JSONLines
import Vocabulary
import Watch

/// A column whose value is not what the schema says.
///
/// GRDB's own subscript ends the process in that case; a damaged file must not.
struct UnreadableColumn: Error, CustomStringConvertible {
    let description: String

    init(_ column: String, _ reason: String) { description = "column '\(column)': \(reason)" }
}

extension Row {
    /// The value of a column that is never NULL.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard let value: Value = try optional(column) else {
            throw UnreadableColumn(column, "it is empty")
        }
        return value
    }

    /// The value of a column, `nil` where it is NULL.
    func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        let stored: DatabaseValue = self[column]
        guard !stored.isNull else { return nil }
        guard let value = Value.fromDatabaseValue(stored) else {
            throw UnreadableColumn(column, "\(stored) is not a \(Value.self)")
        }
        return value
    }

    /// The moment in a column of nanoseconds.
    func timestamp(_ column: String) throws -> Timestamp {
        Timestamp(nanosecondsSinceEpoch: try value(column))
    }

    /// The moment in a column of nanoseconds, `nil` where it is NULL.
    func optionalTimestamp(_ column: String) throws -> Timestamp? {
        try optional(column).map(Timestamp.init(nanosecondsSinceEpoch:))
    }

    /// The identifier in a column.
    func identifier<Name: Identifier>(_ column: String) throws -> Name {
        Name(try value(column) as String)
    }

    /// What an alert is about, from the columns `camera` and `reach`, one of which is NULL.
    func subject() throws -> AlertSubject {
        guard let reach: String = try optional("reach") else {
            return .camera(try identifier("camera"))
        }
        return .reach(ReachID(reach))
    }

    /// The case whose raw text is in a column.
    func symbol<Symbol: RawRepresentable<String>>(_ column: String) throws -> Symbol {
        let text: String = try value(column)
        guard let symbol = Symbol(rawValue: text) else {
            throw UnreadableColumn(column, "'\(text)' is no \(Symbol.self)")
        }
        return symbol
    }

    /// The record that a column holds as JSON, `nil` where it is NULL.
    func json<Record: Decodable>(_ column: String, as type: Record.Type) throws -> Record? {
        guard let text: String = try optional(column) else { return nil }
        do {
            return try JSONLine.decode(type, from: text)
        } catch {
            throw UnreadableColumn(column, error.description)
        }
    }
}

extension CameraWatch {
    /// The judgement of a camera as it is to go on, from the columns `watch` and `begins_anew`.
    init(of camera: CameraID, _ row: Row) throws {
        self = try row.json("watch", as: CameraWatch.self) ?? CameraWatch(camera: camera)
        if try row.value("begins_anew") as Bool { beginAnew() }
    }
}
