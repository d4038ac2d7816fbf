/// Takes the known keys out of a mapping, one after the other, and tells which are missing or unknown.
struct MappingReader {
    private let source: SourceValue
    private let what: String
    private let entries: [SourceEntry]
    private var known: [String] = []

    /// Starts on `source`.
    ///
    /// - Parameter what: What the mapping is, such as `a camera`.
    /// - Returns: `nil`, with a mistake told, when it is not a mapping.
    init?(_ source: SourceValue, _ what: String) {
        guard let entries = source.entries(of: what) else { return nil }
        self.source = source
        self.what = what
        self.entries = entries
    }

    /// The value of `key` as it stands in the file; `nil` when it is absent or empty.
    mutating func value(_ key: String) -> SourceValue? {
        known.append(key)
        guard let entry = entries.first(where: { $0.key == key }) else { return nil }
        let value = SourceValue(node: entry.value, file: source.file)
        if case .nothing = entry.value.content {
            source.file.report(
                at: entry.place, "'\(key)' has no value", "give it one, or remove the key")
            return nil
        }
        return value
    }

    /// The value of a key that may be absent; `nil` also when it is wrong.
    mutating func optional<Value>(_ key: String, _ shape: Shape<Value>) -> Value? {
        value(key).flatMap(shape.read)
    }

    /// The value of a key that must be there; `nil`, with a mistake told, when it is not.
    mutating func required<Value>(
        _ key: String, _ shape: Shape<Value>, example: String
    ) -> Value? {
        guard has(key) else {
            known.append(key)
            source.mistake("\(what) needs the key '\(key)'", "write \(example)")
            return nil
        }
        return optional(key, shape)
    }

    /// Whether `key` is there at all.
    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// Whether `key` is there and has a value.
    func isSet(_ key: String) -> Bool {
        guard let entry = entries.first(where: { $0.key == key }) else { return false }
        if case .nothing = entry.value.content { return false }
        return true
    }

    /// Tells a mistake about the key itself rather than about its value.
    func mistake(at key: String, _ message: String, _ suggestion: String) {
        let place = entries.first { $0.key == key }?.place ?? source.node.place
        source.file.report(at: place, message, suggestion)
    }

    /// Tells the keys that nobody asked for.
    func finish() {
        for entry in entries where !known.contains(entry.key) {
            source.file.report(
                at: entry.place, "'\(entry.key)' is not a key of \(what)",
                NearestName.advice(for: entry.key, among: known))
        }
    }
}
