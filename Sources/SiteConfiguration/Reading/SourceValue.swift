/// A value together with the file in which it stands, so that it can say what is wrong with it.
struct SourceValue {
    let node: SourceNode
    let file: SourceFile

    func mistake(_ message: String, _ suggestion: String) {
        file.report(at: node.place, message, suggestion)
    }

    /// Tells an error whose description is "what is wrong; what to do".
    func mistake(_ error: some Error & CustomStringConvertible) {
        let parts = error.description.split(separator: "; ", maxSplits: 1)
        mistake(String(parts[0]), parts.count == 2 ? String(parts[1]) : "draw the zone anew")
    }

    /// What the value is, for a sentence such as "expected a list, found a number".
    var kind: String {
        switch node.content {
        case .text(let text, let isQuoted):
            if !isQuoted, Double(text) != nil { "a number" } else { "a text" }
        case .list: "a list"
        case .mapping: "a mapping"
        case .nothing: "nothing"
        }
    }

    /// The elements of a list; `nil`, with a mistake told, for anything else.
    func elements(of what: String) -> [SourceValue]? {
        guard case .list(let nodes) = node.content else {
            mistake("expected \(what), found \(kind)", "write a list: [...], or one '- ' a line")
            return nil
        }
        return nodes.map { SourceValue(node: $0, file: file) }
    }

    /// The entries of a mapping; `nil`, with a mistake told, for anything else.
    func entries(of what: String) -> [SourceEntry]? {
        guard case .mapping(let entries) = node.content else {
            mistake("expected \(what), found \(kind)", "write a mapping: one 'key: value' a line")
            return nil
        }
        return entries
    }

    /// The text of a value that is not a list or a mapping; `nil`, with a mistake told, for those.
    func text(of what: String, example: String) -> String? {
        guard case .text(let text, _) = node.content else {
            mistake("expected \(what), found \(kind)", "write \(example)")
            return nil
        }
        return text
    }
}
