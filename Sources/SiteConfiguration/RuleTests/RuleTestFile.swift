import Alerting
public import Backtesting
import Vocabulary

/// A file of rule tests, read.
public struct RuleTestFile: Sendable {
    /// What the tests are judged by.
    public var ruling: Ruling
    /// The tests, in their order.
    public var tests: [RuleTest]

    /// Reads a file of rule tests and the site or the rules that it names.
    ///
    /// - Throws: All mistakes in these files.
    public static func load(path: String) throws(SiteMistakes) -> RuleTestFile {
        try SourceFile.load(path) { file in
            file.document(called: "file of rule tests").flatMap(read)
        }
    }

    private static func read(_ root: SourceValue) -> RuleTestFile? {
        guard var keys = MappingReader(root, "a file of rule tests") else { return nil }
        let context = context(&keys)
        let defaults = RuleTestTiming(&keys, defaults: .standard)
        let section = RuleTestSection(context: context, timing: defaults)
        let tests = keys.required(
            "tests",
            Shape<[RuleTest]>.list(of: section.shape, called: "a list of tests")
                .filled("test"),
            example: "tests: [{name: ..., series: [...], expect: [...]}]")
        keys.finish()
        guard let tests else { return nil }
        return RuleTestFile(ruling: context.ruling, tests: tests)
    }

    /// What the tests are about: a site, rules alone, or the standard rules.
    private static func context(_ keys: inout MappingReader) -> RuleTestContext {
        let path = Shape<String>.text("a path", longest: 4096).located
        if keys.has("site"), keys.has("rules") {
            keys.mistake(
                at: "rules", "both 'site' and 'rules' are named",
                "name the site alone, or the file of rules alone")
        }
        let rules = keys.optional("rules", path)
        let site = keys.optional("site", path)
        do throws(SiteMistakes) {
            if let site {
                let file = site.source.file
                return RuleTestContext(
                    try SiteFile.load(path: file.resolve(site.value), environment: nil))
            }
            if let rules {
                let read = try RulesFile.load(path: rules.source.file.resolve(rules.value))
                return RuleTestContext(ruling: Ruling(rules: read.rules, policy: read.policy))
            }
        } catch {
            let named = site ?? rules
            for mistake in error.mistakes { named?.source.file.report(mistake) }
        }
        return RuleTestContext(ruling: .standard)
    }
}

/// What the tests of a file have in common.
struct RuleTestContext {
    var ruling: Ruling
    /// The site whose cameras the tests may name; `nil` where any name will do.
    var site: Site?
    /// The reaches that the tests may name.
    var reaches: Set<ReachID> = []

    init(ruling: Ruling) { self.ruling = ruling }

    init(_ site: Site) {
        ruling = Ruling(of: site)
        self.site = site
        reaches = SiteReaches(of: site).names
    }
}

/// When the looks of a test begin, and how long one is after the other.
struct RuleTestTiming {
    var start: Timestamp
    var interval: Duration

    static let standard = RuleTestTiming(
        start: .epoch + .days(20_000), interval: .seconds(2 * 3600))

    private init(start: Timestamp, interval: Duration) {
        self.start = start
        self.interval = interval
    }

    init(_ keys: inout MappingReader, defaults: RuleTestTiming) {
        start = keys.optional("start", .moment) ?? defaults.start
        interval =
            keys.optional(
                "interval",
                .duration(.seconds(1)...(.days(30)), written: "from 1s to 30d, such as 2h"))
            ?? defaults.interval
    }
}
