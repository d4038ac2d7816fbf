public import FoundationEssentials

/// One record as one line of JSON.
///
/// Keys are sorted and nothing depends on the machine, so equal records give equal bytes.
public enum JSONLine {
    /// The record as JSON without a line end.
    ///
    /// - Throws: `EncodingError` for a number that JSON can't hold.
    public static func encode(_ record: some Encodable) throws -> String {
        String(decoding: try encodeToData(record), as: UTF8.self)
    }

    /// The record as UTF-8 JSON without a line end.
    public static func encodeToData(_ record: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(record)
    }

    /// The record that a line holds.
    ///
    /// - Throws: ``JSONLineError`` with the key and the reason when the line does not hold one.
    public static func decode<Record: Decodable>(
        _ type: Record.Type, from line: some StringProtocol
    ) throws(JSONLineError) -> Record {
        do {
            return try JSONDecoder().decode(type, from: Data(line.utf8))
        } catch {
            throw JSONLineError(error, line: String(line.prefix(200)))
        }
    }
}

/// A line that does not hold the record that was expected.
public struct JSONLineError: Error, CustomStringConvertible {
    /// Where in the record, as `key.key[index]`; empty for the record itself.
    public let path: String
    /// What is wrong there.
    public let reason: String
    /// The start of the line.
    public let line: String

    init(_ error: any Error, line: String) {
        self.line = line
        switch error as? DecodingError {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            path = Self.path(context.codingPath)
            reason = context.debugDescription
        case .keyNotFound(let key, let context):
            path = Self.path(context.codingPath)
            reason = "the key '\(key.stringValue)' is missing"
        default:
            path = ""
            reason = String(describing: error)
        }
    }

    /// The place and the reason.
    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce(into: "") { path, key in
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
