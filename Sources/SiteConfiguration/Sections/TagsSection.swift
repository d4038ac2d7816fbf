/// A camera's `tags`: `{district: north, reach: lower}`.
enum TagsSection {
    static var shape: Shape<[String: String]> {
        Shape { source in
            guard let entries = source.entries(of: "the tags") else { return nil }
            var tags: [String: String] = [:]
            for entry in entries {
                guard mayBeCalled(entry.key, at: entry.place, in: source.file) else { continue }
                tags[entry.key] = value.read(SourceValue(node: entry.value, file: source.file))
            }
            return tags
        }
    }

    /// A tag's value.
    static var value: Shape<String> { .text("the value of a tag", longest: 128) }

    /// Whether a camera's tag may have a name; tells a mistake when not.
    static func mayBeCalled(_ name: String, at place: SourcePlace, in file: SourceFile) -> Bool {
        guard MatchSection.reservedNames.contains(name) else {
            return isName(name, at: place, in: file)
        }
        file.report(
            at: place, "a tag can't be called '\(name)'",
            "routes use that name for the alert itself; choose another")
        return false
    }

    /// Whether a text can be the name of a tag at all; tells a mistake when not.
    static func isName(_ name: String, at place: SourcePlace, in file: SourceFile) -> Bool {
        guard !IdentifierRule.isMet(by: name) else { return true }
        file.report(
            at: place, "'\(name.prefix(80))' is not the name of a tag",
            IdentifierRule.advice(for: name))
        return false
    }
}
