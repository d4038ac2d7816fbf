import Alerting
package import SiteConfiguration
package import Store
package import Vocabulary
import Watch

/// The reaches of a site: stretches of water that two or more of its cameras see.
package struct SiteReaches: Sendable {
    private let memberships: [ReachID: ReachMembership]

    package init(of site: Site) {
        let named = site.cameras.filter { $0.reach != nil }
        let groups = Dictionary(grouping: named) { $0.reach ?? "" }
        memberships = groups.filter { $0.value.count > 1 }.reduce(into: [:]) { found, group in
            let tags = Self.sharedTags(of: group.value)
            found[group.key] = ReachMembership(
                reach: Reach(
                    id: group.key,
                    squareMetres: Dictionary(
                        group.value.map { ($0.id, $0.waterSquareMetres) },
                        uniquingKeysWith: { first, _ in first }),
                    tags: tags),
                rules: Self.rules(of: site, for: group.value, tags))
        }
    }

    /// The reaches' names.
    package var names: Set<ReachID> { Set(memberships.keys) }

    /// The reach for which a camera counts; `nil` for water of its own.
    package func membership(of camera: SiteCamera) -> ReachMembership? {
        camera.reach.flatMap { memberships[$0] }
    }

    /// The rules as they hold for a reach; without reminders where a recording stands in for a camera,
    /// because its time goes as fast as it is read.
    private static func rules(
        of site: Site, for cameras: [SiteCamera], _ tags: [String: String]
    ) -> [AlertRule] {
        let rules = site.rules.applying(to: nil, tags: tags)
        return cameras.allSatisfy(\.source.isLive) ? rules : rules.map(\.withoutReminders)
    }

    /// The tags that all cameras carry with the same value.
    private static func sharedTags(of cameras: [SiteCamera]) -> [String: String] {
        guard let first = cameras.first else { return [:] }
        return first.tags.filter { name, value in
            cameras.allSatisfy { $0.tags[name] == value }
        }
    }
}
