public import Alerting
import Vocabulary

/// Rules in a file of their own, to be tried on the past before they go into a site.
public struct RulesFile: Sendable {
    /// The rules.
    public var rules: [AlertRule]
    /// Who is told, where the file says it; `nil` leaves that to the site.
    public var policy: NotificationPolicy?

    /// Reads `rules: [...]` as in a site file, perhaps with `departments` and `routes`; or a whole
    /// site file, of which its cameras do not count.
    ///
    /// Secrets are not looked for, since no camera is opened.
    ///
    /// - Throws: All mistakes in the file.
    public static func load(path: String) throws(SiteMistakes) -> RulesFile {
        try SourceFile.load(path, read)
    }

    private static func read(_ file: SourceFile) -> RulesFile? {
        guard let root = file.document(called: "file of rules") else { return nil }
        if case .mapping(let entries) = root.node.content,
            entries.contains(where: { $0.key == "cameras" || $0.key == "site" })
        {
            return SiteFile.read(root, nil).map {
                RulesFile(rules: $0.rules, policy: $0.notificationPolicy)
            }
        }
        guard let draft = SiteDraft(rulesIn: root) else { return nil }
        draft.tellBrokenReferences()
        var rules = draft.rules?.compactMap(\.rule) ?? []
        let version = file.versionOfAll
        for index in rules.indices { rules[index].configuration = version }
        return RulesFile(rules: rules, policy: draft.routingPolicy)
    }
}

extension SiteDraft {
    /// Who is told, as far as the file says it.
    fileprivate var routingPolicy: NotificationPolicy? {
        routes.map { routes in
            NotificationPolicy(
                site: id ?? "", routes: RoutingTree(routes: routes.map(\.route)),
                departments: departments.map { Set($0.map(\.department.id)) })
        }
    }
}
