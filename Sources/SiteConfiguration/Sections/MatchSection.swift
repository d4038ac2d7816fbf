import Alerting
import Vocabulary

/// What a route or a rule chooses by: `match: {district: north, severity: [major, critical]}`.
enum MatchSection {
    /// Names that are no tags: they stand for facts of the alert itself.
    static let reservedNames = ["severity", "kind", "rule", "camera"]

    /// What a route chooses by: the tags of the camera, `severity`, `kind`, `rule` and `camera`.
    ///
    /// `nil`, with the mistakes told, when any part of it is wrong.
    static var ofRoute: Shape<MatchDraft> { Shape { read($0, "the match of a route") } }

    /// What a silence chooses by: the same as a route.
    static var ofSilence: Shape<MatchDraft> { Shape { read($0, "the match of a silence") } }

    /// What a rule chooses by: the tags of the camera.
    static var ofRule: Shape<MatchDraft> {
        Shape { source in
            guard let entries = source.entries(of: "the match of a rule") else { return nil }
            for entry in entries where reservedNames.contains(entry.key) {
                source.file.report(
                    at: entry.place, "a rule can't match '\(entry.key)'",
                    "choose the cameras by their tags; '\(entry.key)' is for routes")
            }
            guard !entries.contains(where: { reservedNames.contains($0.key) }) else { return nil }
            return read(source, "the match of a rule")
        }
    }

    /// What an override of a rule chooses by: the tags of the camera and `camera`.
    static var ofOverride: Shape<MatchDraft> {
        Shape { source in
            guard let entries = source.entries(of: "the match of an override") else { return nil }
            let wrong = entries.filter { reservedNames.contains($0.key) && $0.key != "camera" }
            for entry in wrong {
                source.file.report(
                    at: entry.place, "an override can't match '\(entry.key)'",
                    "choose the cameras by 'camera' or by their tags")
            }
            return wrong.isEmpty ? read(source, "the match of an override") : nil
        }
    }

    private static func read(_ source: SourceValue, _ what: String) -> MatchDraft? {
        guard let entries = source.entries(of: what) else { return nil }
        var draft = MatchDraft()
        var isSound = true
        for entry in entries where !draft.read(entry, in: source.file) { isSound = false }
        return isSound ? draft : nil
    }
}

/// A match and the places of the rules, cameras and tags that it names.
struct MatchDraft {
    private(set) var matcher = AlertMatcher.all
    private(set) var rules: [Located<RuleID>] = []
    private(set) var cameras: [Located<CameraID>] = []
    private(set) var tags: [TagCondition] = []

    /// Takes one condition; returns whether it was right.
    fileprivate mutating func read(_ entry: SourceEntry, in file: SourceFile) -> Bool {
        let source = SourceValue(node: entry.value, file: file)
        switch entry.key {
        case "severity":
            guard let severities = values(source, .choice(called: "a severity")) as [Severity]?
            else { return false }
            matcher.severities = Set(severities)
        case "kind":
            guard let kinds = values(source, .choice(called: "a kind of rule")) as [AlertKind]?
            else { return false }
            matcher.kinds = Set(kinds)
        case "rule":
            guard let rules = values(source, Shape<RuleID>.identifier.located) else {
                return false
            }
            self.rules = rules
            matcher.rules = Set(rules.map(\.value))
        case "camera":
            guard let cameras = values(source, Shape<CameraID>.identifier.located) else {
                return false
            }
            self.cameras = cameras
            matcher.cameras = Set(cameras.map(\.value))
        default:
            guard TagsSection.isName(entry.key, at: entry.place, in: file),
                let accepted = values(source, TagsSection.value.located)
            else { return false }
            tags.append(
                TagCondition(
                    name: Located(value: entry.key, source: entry.keyValue(in: file)),
                    accepted: accepted))
            matcher.tags.accepted[entry.key] = Set(accepted.map(\.value))
        }
        return true
    }

    /// One value or a list of them; `nil` when any is wrong.
    private func values<Value>(_ source: SourceValue, _ shape: Shape<Value>) -> [Value]? {
        guard case .list(let nodes) = source.node.content else {
            return shape.read(source).map { [$0] }
        }
        if nodes.isEmpty {
            source.mistake("the list is empty, so nothing matches", "name at least one value")
            return nil
        }
        let values = nodes.compactMap { shape.read(SourceValue(node: $0, file: source.file)) }
        return values.count == nodes.count ? values : nil
    }
}

/// The name of a tag and the values that are accepted, with their places.
struct TagCondition {
    var name: Located<String>
    var accepted: [Located<String>]
}

extension SourceEntry {
    /// The key as a value, for mistakes about it.
    fileprivate func keyValue(in file: SourceFile) -> SourceValue {
        SourceValue(
            node: SourceNode(content: .text(key, isQuoted: false), place: place), file: file)
    }
}

extension AlertMatcher {
    /// Whether every alert that `other` takes is taken by this too.
    func covers(_ other: AlertMatcher) -> Bool {
        Self.covers(severities, other.severities) && Self.covers(kinds, other.kinds)
            && Self.covers(rules, other.rules) && Self.covers(cameras, other.cameras)
            && tags.accepted.allSatisfy { name, accepted in
                other.tags.accepted[name].map { $0.isSubset(of: accepted) } ?? false
            }
    }

    /// An empty set stands for all values.
    private static func covers<Value>(_ wide: Set<Value>, _ narrow: Set<Value>) -> Bool {
        wide.isEmpty || (!narrow.isEmpty && narrow.isSubset(of: wide))
    }
}
