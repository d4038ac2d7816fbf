import Vocabulary

extension SiteDraft {
    /// Tells every name that stands twice, and every name that stands for nothing.
    func tellBrokenReferences() {
        tellTwins(of: departments?.map(\.id) ?? [], "department")
        tellTwins(of: rules?.map(\.id) ?? [], "rule")
        tellTwins(of: cameras?.map(\.id) ?? [], "camera")
        let allRoutes = routes?.flatMap(\.all) ?? []
        tellUnknown(
            allRoutes.flatMap { [$0.department, $0.escalation?.department].compactMap(\.self) },
            in: departments?.map(\.id), "department")
        let matches =
            allRoutes.compactMap(\.match) + silences.map(\.match)
            + (rules?.flatMap(\.matches) ?? [])
        tellUnknown(matches.flatMap(\.rules), in: rules?.map(\.id), "rule")
        tellUnknown(matches.flatMap(\.cameras), in: cameras?.map(\.id), "camera")
    }

    private func tellTwins<Name: Identifier>(of names: [Located<Name>], _ what: String) {
        var first: [Name: SourceValue] = [:]
        for name in names {
            guard let earlier = first.updateValue(name.source, forKey: name.value) else { continue }
            first[name.value] = earlier
            name.mistake(
                "the \(what) '\(name.value)' stands on line \(earlier.node.place.line) already",
                "give each \(what) an id of its own")
        }
    }

    /// A section that could not be read tells nothing about the names that refer to it.
    private func tellUnknown<Name: Identifier>(
        _ references: [Located<Name>], in declared: [Located<Name>]?, _ what: String
    ) {
        guard let declared else { return }
        let names = Set(declared.map(\.value))
        for reference in references where !names.contains(reference.value) {
            reference.mistake(
                "there is no \(what) '\(reference.value)'",
                NearestName.advice(
                    for: reference.value.rawValue, among: names.map(\.rawValue)))
        }
    }
}
