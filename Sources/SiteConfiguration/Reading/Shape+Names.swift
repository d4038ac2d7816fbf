import Vocabulary

extension Shape where Value == String {
    /// Text that people read: at least one character, no control characters.
    static func text(_ what: String, longest: Int = 200) -> Shape {
        .scalar(what, example: what) { text throws(Misreading) in
            guard !text.isEmpty, text.utf8.count <= longest else {
                throw Misreading(
                    message: text.isEmpty ? "\(what) is empty" : "\(what) is too long",
                    suggestion: "write 1 to \(longest) bytes of text")
            }
            guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
            else {
                throw Misreading(
                    message: "\(what) holds a control character", suggestion: "remove it")
            }
            return text
        }
    }

    /// A name that fits into paths, URLs and routing keys.
    static var identifier: Shape {
        .scalar("an identifier", example: "an identifier such as lock-3") {
            text throws(Misreading) in
            guard IdentifierRule.isMet(by: text) else {
                throw Misreading(
                    message: "'\(text.prefix(80))' is not an identifier",
                    suggestion: IdentifierRule.advice(for: text))
            }
            return text
        }
    }
}

extension Shape where Value: Identifier {
    /// The identifier of a thing of the site.
    static var identifier: Shape {
        Shape { source in Shape<String>.identifier.read(source).map { Value($0) } }
    }
}

/// What an identifier is made of: 1 to 64 letters and digits of ASCII, `-` and `_`, a letter or a digit first.
///
/// Identifiers stand in file names, URLs and dotted routing keys, where anything else would need escaping.
enum IdentifierRule {
    private static let longest = 64

    static func isMet(by text: String) -> Bool {
        guard let first = text.utf8.first, isLetterOrDigit(first), text.utf8.count <= longest
        else { return false }
        return text.utf8.allSatisfy { isLetterOrDigit($0) || isMark($0) }
    }

    /// What to write instead of a text that is no identifier.
    static func advice(for text: String) -> String {
        let rule = "use 1 to \(longest) of a-z, A-Z, 0-9, '-' and '_', a letter or a digit first"
        let repaired = String(
            decoding: text.utf8.prefix(longest).map {
                isLetterOrDigit($0) || isMark($0) ? $0 : UInt8(ascii: "-")
            }, as: UTF8.self)
        return isMet(by: repaired) && text.utf8.allSatisfy { $0 < 0x80 }
            ? "\(rule): '\(repaired)'" : rule
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

extension Shape where Value: RawRepresentable<String> & CaseIterable {
    /// One of the names of an enumeration.
    static func choice(called what: String) -> Shape {
        let names = Value.allCases.map(\.rawValue)
        return .scalar(what, example: names.joined(separator: " or ")) { text throws(Misreading) in
            guard let value = Value(rawValue: text) else {
                throw Misreading(
                    message: "'\(text)' is not \(what)",
                    suggestion: NearestName.advice(for: text, among: names))
            }
            return value
        }
    }
}

extension Shape where Value == Bool {
    /// A switch: `true` or `false`.
    static var toggle: Shape {
        .scalar("a switch", example: "true or false") { text throws(Misreading) in
            switch text {
            case "true": return true
            case "false": return false
            default:
                throw Misreading(
                    message: "'\(text)' is neither true nor false",
                    suggestion: "write true or false")
            }
        }
    }
}
