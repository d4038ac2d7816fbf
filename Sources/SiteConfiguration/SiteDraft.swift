import Alerting

/// A site as it stands in the file: each section read, the references between them not yet checked.
///
/// A section is `nil` when it is missing or can't be read at all.
struct SiteDraft {
    let id: String?
    let network: NetworkPolicy
    let retention: Retention
    let model: ModelReference?
    let departments: [DepartmentDraft]?
    let routes: [RouteDraft]?
    let rules: [RuleDraft]?
    let silences: [SilenceDraft]
    let quietHours: QuietHours?
    let storm: StormSettings
    let cameras: [CameraDraft]?

    /// Reads all sections, telling every mistake of shape.
    init?(_ source: SourceValue, environment: [String: String]?) {
        guard var keys = MappingReader(source, "a site") else { return nil }
        id = keys.required("site", Shape<String>.identifier, example: "site: demo-river")
        network = keys.optional("network", NetworkSection.shape) ?? .standard
        let sampling =
            keys.optional("sampling", SamplingSection.shape(defaults: .standard)) ?? .standard
        retention = keys.optional("retention", RetentionSection.shape) ?? .standard
        model = keys.optional("model", ModelReference.shape)
        departments = keys.required(
            "departments", DepartmentsSection.shape.filled("department"),
            example: "departments: [{id: water-bureau, name: Water Bureau}]")
        routes = keys.required(
            "routes", RoutesSection.shape, example: "routes: [{to: water-bureau}]")
        rules = keys.required(
            "rules", RulesSection.shape.filled("rule"),
            example: "rules: [{id: coverage-high, kind: coverage, raise: 30%}]")
        silences = keys.optional("silences", SilencesSection.shape) ?? []
        quietHours = keys.optional("quietHours", QuietHoursSection.shape)
        storm = keys.optional("storm", StormSection.shape) ?? .standard
        let camera = CameraSection(
            sampling: sampling, secrets: SecretReference(environment: environment))
        cameras = keys.required(
            "cameras", CamerasSection(camera: camera).shape.filled("camera"),
            example: "cameras: [{id: lock-3, url: ...}] or cameras: {file: cameras.csv}")
        keys.finish()
    }

    /// Reads a file of rules alone, perhaps with routes; all else is missing.
    init?(rulesIn source: SourceValue) {
        guard var keys = MappingReader(source, "a file of rules") else { return nil }
        rules = keys.required(
            "rules", RulesSection.shape.filled("rule"),
            example: "rules: [{id: coverage-high, kind: coverage, raise: 30%}]")
        departments = keys.optional("departments", DepartmentsSection.shape)
        routes = keys.optional("routes", RoutesSection.shape)
        keys.finish()
        (id, network, retention, model) = (nil, .standard, .standard, nil)
        (silences, quietHours, storm, cameras) = ([], nil, .standard, nil)
    }

    /// The site, of use only when no mistake was told; `nil` when a section is missing.
    var site: Site? {
        guard let id, let departments, let routes, let rules, let cameras else { return nil }
        return Site(
            id: id, network: network, departments: departments.map(\.department),
            routes: RoutingTree(routes: routes.map(\.route)), rules: rules.compactMap(\.rule),
            silences: silences.map(\.silence), quietHours: quietHours, storm: storm,
            cameras: cameras.compactMap(\.camera), retention: retention, model: model)
    }
}
