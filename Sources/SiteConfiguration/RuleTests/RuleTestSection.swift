import Alerting
import Backtesting
import Vocabulary

/// One test: `{name: a bloom, series: [...], expect: [...]}`.
struct RuleTestSection {
    let context: RuleTestContext
    let timing: RuleTestTiming

    var shape: Shape<RuleTest> { Shape(read: test) }

    private func test(_ source: SourceValue) -> RuleTest? {
        guard var keys = MappingReader(source, "a test") else { return nil }
        let name = keys.required("name", .text("a name"), example: "name: a bloom is told")
        let timing = RuleTestTiming(&keys, defaults: timing)
        let series = keys.required(
            "series",
            Shape<[TestSeries]>.list(
                of: Shape { self.series($0, timing) }, called: "a list of series"
            ).filled("series"),
            example: "series: [{camera: lock-3, coverage: '0.02+0.01x40'}]")
        let expectations = keys.required(
            "expect",
            Shape<[RuleTest.Expectation]>.list(
                of: Shape { expectation($0, timing) }, called: "a list of expectations"
            ).filled("moment"),
            example: "expect: [{at: 5d, alerts: []}]")
        keys.finish()
        guard let name, let series, let expectations else { return nil }
        tellTwins(of: series)
        return RuleTest(
            name: name, series: series.map(\.series), waters: waters(of: series),
            expectations: expectations)
    }

    private func series(_ source: SourceValue, _ timing: RuleTestTiming) -> TestSeries? {
        guard var keys = MappingReader(source, "a series") else { return nil }
        let camera = keys.required(
            "camera", Shape<CameraID>.identifier.located, example: "camera: lock-3")
        let tags = keys.optional("tags", TagsSection.shape)
        let notation = keys.required(
            "coverage", Self.notation, example: "coverage: '0.02+0.01x40 _x12 0.5x30'")
        keys.finish()
        guard let camera, let notation else { return nil }
        if let site = context.site, site.camera(camera.value) == nil, tags == nil {
            camera.mistake(
                "the site has no camera '\(camera.value)'",
                NearestName.advice(
                    for: camera.value.rawValue, among: site.cameras.map(\.id.rawValue)))
        }
        return TestSeries(
            camera: camera, tags: tags ?? context.site?.camera(camera.value)?.tags ?? [:],
            series: CameraSeries(
                camera: camera.value,
                points: notation.points(from: timing.start, every: timing.interval)))
    }

    private func tellTwins(of series: [TestSeries]) {
        var known: Set<CameraID> = []
        for one in series where !known.insert(one.camera.value).inserted {
            one.camera.mistake(
                "the camera '\(one.camera.value)' has a series already",
                "write all that it sees into one")
        }
    }

    /// The cameras of a reach are judged together, as the site has it.
    private func waters(of series: [TestSeries]) -> [Water] {
        let tags = Dictionary(
            series.map { ($0.camera.value, $0.tags) }, uniquingKeysWith: { first, _ in first })
        return SiteReaches(of: context.site, tags: tags).waters(of: tags.keys)
    }

    private static var notation: Shape<SeriesNotation> {
        .scalar("a series", example: "'0.02+0.01x40 _x12 0.5x30'") { text throws(Misreading) in
            do throws(SeriesNotation.Mistake) {
                return try SeriesNotation(text)
            } catch {
                throw Misreading(message: error.message, suggestion: error.suggestion)
            }
        }
    }

    private func expectation(
        _ source: SourceValue, _ timing: RuleTestTiming
    ) -> RuleTest.Expectation? {
        guard var keys = MappingReader(source, "an expectation") else { return nil }
        let moment = keys.required("at", Self.moment(after: timing.start), example: "at: 5d")
        let alerts = keys.required(
            "alerts",
            .list(of: Shape(read: alert), called: "a list of alerts"), example: "alerts: []")
        keys.finish()
        guard let moment, let alerts else { return nil }
        let place = source.node.place
        return RuleTest.Expectation(
            time: moment.time, label: moment.label,
            place: "\(source.file.path):\(place.line):\(place.column)", alerts: alerts)
    }

    /// A time since the start, such as `5d`, or a moment in RFC 3339.
    private static func moment(
        after start: Timestamp
    ) -> Shape<(time: Timestamp, label: String)> {
        .scalar("a moment", example: "a time since the start, such as 5d") {
            text throws(Misreading) in
            if let time = Timestamp(text) { return (time, text) }
            guard let since = text == "0" ? .zero : DurationText.parse(text) else {
                throw Misreading(
                    message: "'\(text)' is not a moment",
                    suggestion: "write a time since the start, such as 5d, or 2026-06-01T06:00:00Z")
            }
            return (start + since, text)
        }
    }

    private func alert(_ source: SourceValue) -> ExpectedAlert? {
        guard var keys = MappingReader(source, "an expected alert") else { return nil }
        let subject = subject(&keys)
        let rule = keys.required(
            "rule", Shape<RuleID>.identifier.located, example: "rule: coverage-high")
        let severity = keys.optional("severity", Shape<Severity>.choice(called: "a severity"))
        let departments = keys.optional(
            "to",
            .list(
                of: Shape<DepartmentID>.identifier.located, called: "a list of departments"))
        keys.finish()
        if let rule {
            tell(rule, among: context.ruling.rules.map(\.id), "rule")
        }
        if let known = context.ruling.policy?.departments {
            for department in departments ?? [] { tell(department, among: known, "department") }
        }
        guard let subject, let rule else { return nil }
        return ExpectedAlert(
            rule: rule.value, subject: subject, severity: severity,
            departments: departments.map { Set($0.map(\.value)) })
    }

    /// What an alert is about: `camera: lock-3`, or `reach: lower`.
    private func subject(_ keys: inout MappingReader) -> AlertSubject? {
        guard keys.has("reach") else {
            return keys.required(
                "camera", Shape<CameraID>.identifier, example: "camera: lock-3, or reach: lower"
            ).map(AlertSubject.camera)
        }
        if keys.has("camera") {
            keys.mistake(
                at: "camera", "'camera' and 'reach' exclude each other",
                "name the camera alone, or the reach alone")
            _ = keys.value("camera")
        }
        guard let reach = keys.optional("reach", Shape<ReachID>.identifier.located) else {
            return nil
        }
        tell(reach, among: context.reaches, "reach")
        return .reach(reach.value)
    }

    private func tell<Name: Identifier>(
        _ name: Located<Name>, among known: some Collection<Name>, _ what: String
    ) {
        guard !known.contains(name.value) else { return }
        name.mistake(
            "there is no \(what) '\(name.value)'",
            NearestName.advice(for: name.value.rawValue, among: known.map(\.rawValue)))
    }
}

/// What one camera of a test sees.
private struct TestSeries {
    var camera: Located<CameraID>
    var tags: [String: String]
    var series: CameraSeries
}
