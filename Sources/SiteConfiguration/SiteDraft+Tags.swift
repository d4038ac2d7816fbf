extension SiteDraft {
    /// Tells every tag in a match that no camera carries, where a camera carries nearly the same one.
    ///
    /// Such a match could never hold, and nobody would be told. A tag that resembles none is no
    /// mistake: rules and routes may be there before their cameras are.
    func tellMisspeltTags() {
        guard let cameras else { return }
        let matches =
            (routes?.flatMap(\.all).compactMap(\.match) ?? []) + (rules?.flatMap(\.matches) ?? [])
            + silences.map(\.match)
        let conditions = matches.flatMap(\.tags)
        guard !conditions.isEmpty else { return }
        var carried: [String: Set<String>] = [:]
        for camera in cameras {
            for (name, value) in camera.tags { carried[name, default: []].insert(value) }
        }
        for condition in conditions {
            guard let values = carried[condition.name.value] else {
                tell(condition.name, among: carried.keys) { "no camera has a tag '\($0)'" }
                continue
            }
            for value in condition.accepted where !values.contains(value.value) {
                tell(value, among: values) { "no camera has '\($0)' as '\(condition.name.value)'" }
            }
        }
    }

    private func tell(
        _ text: Located<String>, among carried: some Collection<String>,
        as message: (String) -> String
    ) {
        let near = carried.lazy.filter { Self.mayBeMeant($0, by: text.value) }
        guard let meant = NearestName.find(text.value, among: near) else { return }
        text.mistake(message(text.value), "did you mean '\(meant)'?")
    }

    /// Whether a difference can be a slip: `reach-4` is another reach than `reach-3`, and `n` is
    /// another side than `s`.
    private static func mayBeMeant(_ carried: String, by text: String) -> Bool {
        carried.filter(\.isNumber) == text.filter(\.isNumber)
            && (text.filter(\.isLetter).count > 2 || carried.lowercased() == text.lowercased())
    }
}
