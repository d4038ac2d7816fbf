import Alerting
import JSONLines
import Testing
import Vocabulary

/// Which cameras a rule is for.
@Suite struct TagMatcherTests {
    static let lock = ["district": "liwan", "kind": "lock"]

    @Test(
        "every named tag must have one of its values",
        arguments: [
            ([:], true),
            (["district": ["liwan"]], true),
            (["district": ["yuexiu", "liwan"]], true),
            (["district": ["yuexiu"]], false),
            (["district": ["liwan"], "kind": ["intake"]], false),
            (["district": ["liwan"], "kind": ["lock"]], true),
            (["owner": ["city"]], false),
        ] as [([String: Set<String>], Bool)])
    func matches(accepted: [String: Set<String>], expected: Bool) {
        #expect(TagMatcher(accepted).matches(Self.lock) == expected)
    }

    @Test("a camera without tags is matched by the empty matcher alone")
    func noTags() {
        #expect(TagMatcher.all.matches([:]))
        #expect(!TagMatcher(["kind": ["lock"]]).matches([:]))
    }

    @Test("one value may be written without brackets")
    func coding() throws {
        let line = #"{"district":"liwan","kind":["lock","intake"]}"#
        let matcher = try JSONLine.decode(TagMatcher.self, from: line)
        #expect(
            try JSONLine.encode(matcher) == #"{"district":["liwan"],"kind":["intake","lock"]}"#)
    }

    @Test("only the rules for a camera's tags apply to it")
    func applying() {
        var locks = coverageRule()
        locks.id = "locks"
        locks.match = TagMatcher(["kind": ["lock"]])
        let rules = [coverageRule(), locks]
        #expect(
            rules.applying(to: "lock-3", tags: Self.lock).map(\.id) == ["coverage-high", "locks"])
        #expect(rules.applying(to: "lock-3", tags: [:]).map(\.id) == ["coverage-high"])
    }
}
