/// Keys that stand twice in one mapping.
///
/// The parser stops at the first of them. To tell it together with all other mistakes, the first
/// character of the first key is replaced by one for private use, so that no column moves, and the
/// text is read again.
struct TwinKeys {
    private(set) var text: String
    private var names: [SourcePlace: String] = [:]
    /// Each key gets a character of its own, or those written thrice would be twins again.
    private var replacement: Unicode.Scalar { Unicode.Scalar(UInt16(0xe000 + names.count)) ?? "?" }

    init(text: String) { self.text = text }

    /// What the displaced key at `place` was called; `nil` for all other keys.
    func displacedName(at place: SourcePlace) -> String? { names[place] }

    /// Renames the key at `place`.
    ///
    /// - Throws: A mistake that tells of the two keys, when the text there is not the key's name.
    mutating func displace(_ name: String, at place: SourcePlace) throws(SyntaxMistake) {
        guard let position = position(of: name, at: place) else {
            throw SyntaxMistake(
                place: place, message: "the key '\(name)' stands twice in this mapping",
                suggestion: "remove one of the two")
        }
        var scalars = text.unicodeScalars
        scalars.replaceSubrange(position...position, with: [replacement])
        text = String(scalars)
        names[place] = name
    }

    /// Where the first character of a key stands; a quote may stand before it.
    private func position(of name: String, at place: SourcePlace) -> String.Index? {
        let scalars = text.unicodeScalars
        var line = scalars.startIndex
        for _ in 1..<place.line {
            guard let end = scalars[line...].firstIndex(of: "\n") else { return nil }
            line = scalars.index(after: end)
        }
        guard
            let start = scalars.index(
                line, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
        else { return nil }
        return scalars[start...].indices.prefix(2).first {
            scalars[$0] == name.unicodeScalars.first
        }
    }
}
