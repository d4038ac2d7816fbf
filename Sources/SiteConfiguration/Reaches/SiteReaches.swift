internal import Alerting
public import Vocabulary
public import Watch

/// The reaches of a site: stretches of water that two or more of its cameras see.
public struct SiteReaches: Sendable {
    private let memberships: [ReachID: ReachMembership]
    private let reachOfCamera: [CameraID: ReachID]
    /// Facts about the cameras by which rules and routes choose.
    let tags: [CameraID: [String: String]]

    /// Groups the cameras of a site.
    ///
    /// - Parameters:
    ///   - site: The site; `nil` where each camera is judged by itself.
    ///   - ownTags: Tags that cameras have instead of those of the site, or that the site does not
    ///     have.
    public init(of site: Site?, tags ownTags: [CameraID: [String: String]] = [:]) {
        let cameras = site?.cameras ?? []
        let tags = Dictionary(
            cameras.map { ($0.id, $0.tags) }, uniquingKeysWith: { first, _ in first }
        )
        .merging(ownTags) { _, own in own }
        let groups = Dictionary(grouping: cameras.filter { $0.reach != nil }) { $0.reach ?? "" }
            .filter { $0.value.count > 1 }
        self.tags = tags
        reachOfCamera = groups.reduce(into: [:]) { found, group in
            for camera in group.value { found[camera.id] = group.key }
        }
        memberships = groups.reduce(into: [:]) { found, group in
            let shared = Self.sharedTags(of: group.value.map { tags[$0.id] ?? [:] })
            found[group.key] = ReachMembership(
                reach: Reach(
                    id: group.key,
                    squareMetres: Dictionary(
                        group.value.map { ($0.id, $0.waterSquareMetres) },
                        uniquingKeysWith: { first, _ in first }),
                    tags: shared),
                rules: Self.rules(site?.rules ?? [], for: group.value, shared))
        }
    }

    /// The reaches' names.
    public var names: Set<ReachID> { Set(memberships.keys) }

    /// The reach for which a camera counts; `nil` for water of its own.
    public func membership(of camera: CameraID) -> ReachMembership? {
        reachOfCamera[camera].flatMap { memberships[$0] }
    }

    /// The rules as they hold for a reach; without reminders where a recording stands in for a camera,
    /// because its time goes as fast as it is read.
    private static func rules(
        _ rules: [AlertRule], for cameras: [SiteCamera], _ tags: [String: String]
    ) -> [AlertRule] {
        let rules = rules.applying(to: nil, tags: tags)
        return cameras.allSatisfy(\.source.isLive) ? rules : rules.map(\.withoutReminders)
    }

    /// The tags that all cameras carry with the same value.
    private static func sharedTags(of cameras: [[String: String]]) -> [String: String] {
        guard let first = cameras.first else { return [:] }
        return first.filter { name, value in cameras.allSatisfy { $0[name] == value } }
    }
}
