import Yams

/// Reads YAML 1.1 into a tree of values with their places.
///
/// All scalars stay texts: `no` is the text "no" until a shape asks for a switch. Anchors and aliases
/// work; merge keys (`<<`) are keys like any other.
enum YAMLSource {
    /// The most values that a file may grow to by naming parts of itself over and over.
    private static let mostValues = 2_000_000
    /// The most keys written twice that are told at once.
    private static let mostTwins = 100

    static func parse(_ text: String, file: SourceFile) throws(SyntaxMistake) -> SourceNode {
        // A byte order mark, which some editors write, is no part of the text.
        var twins = TwinKeys(text: text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text)
        for _ in 0...mostTwins {
            do {
                guard let root = try Yams.compose(yaml: twins.text, .basic) else {
                    throw SyntaxMistake(
                        place: .start, message: "the file holds no value",
                        suggestion: "write a site into it")
                }
                var converter = Converter(twins: twins, file: file, valuesLeft: mostValues)
                return try converter.convert(root)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                try twins.displace(names.first ?? "", at: SourcePlace(context.mark))
            } catch let mistake as SyntaxMistake {
                throw mistake
            } catch {
                throw SyntaxMistake(error)
            }
        }
        throw SyntaxMistake(
            place: .start, message: "more than \(mostTwins) keys stand twice in their mapping",
            suggestion: "remove one of each two")
    }
}

private struct Converter {
    let twins: TwinKeys
    let file: SourceFile
    var valuesLeft: Int

    mutating func convert(_ node: Node) throws(SyntaxMistake) -> SourceNode {
        let place = SourcePlace(node.mark)
        valuesLeft -= 1
        guard valuesLeft > 0 else {
            throw SyntaxMistake(
                place: place, message: "the file grows too large through its aliases",
                suggestion: "write the parts out, or move the cameras to a CSV file")
        }
        return switch node {
        case .scalar(let scalar): SourceNode(content: Self.content(scalar), place: place)
        case .sequence(let nodes): try list(Array(nodes), place)
        case .mapping(let mapping): try self.mapping(Array(mapping), place)
        case .alias: SourceNode(content: .nothing, place: place)
        }
    }

    private mutating func list(
        _ nodes: [Node], _ place: SourcePlace
    ) throws(SyntaxMistake) -> SourceNode {
        var values: [SourceNode] = []
        for node in nodes { values.append(try convert(node)) }
        return SourceNode(content: .list(values), place: place)
    }

    private mutating func mapping(
        _ pairs: [(key: Node, value: Node)], _ place: SourcePlace
    ) throws(SyntaxMistake) -> SourceNode {
        var entries: [SourceEntry] = []
        var displaced: [String: SourcePlace] = [:]
        for (key, value) in pairs {
            let keyPlace = SourcePlace(key.mark)
            guard case .scalar(let scalar) = key else {
                file.report(at: keyPlace, "a key must be a text", "write 'key: value'")
                continue
            }
            if let name = twins.displacedName(at: keyPlace) {
                displaced[name] = keyPlace
                continue
            }
            if let first = displaced[scalar.string] {
                file.report(
                    at: keyPlace,
                    "the key '\(scalar.string)' stands on line \(first.line) already",
                    "remove one of the two")
            }
            entries.append(
                SourceEntry(key: scalar.string, place: keyPlace, value: try convert(value)))
        }
        return SourceNode(content: .mapping(entries), place: place)
    }

    private static func content(_ scalar: Node.Scalar) -> SourceNode.Content {
        let isQuoted = scalar.style != .plain && scalar.style != .any
        if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(scalar.string) { return .nothing }
        return .text(scalar.string, isQuoted: isQuoted)
    }
}

extension SourcePlace {
    fileprivate init(_ mark: Mark?) {
        self.init(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
    }
}

extension SyntaxMistake {
    fileprivate init(_ error: any Error) {
        place = .start
        suggestion = "check the indentation, the quotes and the brackets before this place"
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            place = SourcePlace(mark)
            let during = context.map { "\($0.text), " } ?? ""
            message = "this is not YAML: \(during)\(problem)"
        case .reader(let problem, let offset, _, let text):
            if let offset { place = SourcePlace(afterCharacters: offset, of: text) }
            message = "this is not YAML: \(problem)"
            suggestion = "remove the character"
        default:
            message = "this is not YAML"
        }
    }
}

extension SourcePlace {
    fileprivate init(afterCharacters count: Int, of text: String) {
        self = .start
        for character in text.prefix(count) {
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.unicodeScalars.count
            }
        }
    }
}
