import Backtesting
import SiteConfiguration
import Testing
import Vocabulary
import Watch

@Suite("Files of rule tests")
struct RuleTestFileTests {
    private static let site = """
        site: two-banks
        departments: [{id: bureau}]
        routes: [{to: bureau}]
        rules: [{id: high, kind: coverage, raise: 30%}]
        cameras:
          - {id: left, url: "rtsp://10.0.0.1/s", reach: lower}
          - {id: right, url: "rtsp://10.0.0.2/s", reach: lower}
          - {id: weir, url: "rtsp://10.0.0.3/s"}

        """

    private func load(_ tests: String) throws -> RuleTestFile {
        let folder = try TemporaryFolder()
        _ = try folder.write(Self.site, to: "site.yaml")
        return try RuleTestFile.load(
            path: try folder.write("site: site.yaml\ntests:\n" + tests, to: "my.test.yaml"))
    }

    @Test("cameras of a reach are judged with it: its alert keeps theirs from the departments")
    func reach() throws {
        let file = try load(
            """
              - name: plants drift from the left bank to the right one
                interval: 30m
                series:
                  - {camera: left, coverage: '10%x19 90%x380'}
                  - {camera: right, coverage: '10%x199 90%x200'}
                expect:
                  - at: 8d
                    alerts:
                      - {camera: left, rule: high, to: [bureau]}
                      - {camera: right, rule: high, to: []}
                      - {reach: lower, rule: high, to: [bureau]}

            """)
        #expect(file.tests.map(\.waters.count) == [1])
        let outcome = file.tests[0].run(by: file.ruling)
        #expect(outcome.failures.isEmpty, "\(outcome.failures)")
        #expect(outcome.history.contains { $0.identity.subject == .reach("lower") })
    }

    @Test("a camera alone sees too little of its reach; a weir has no reach")
    func alone() throws {
        let file = try load(
            """
              - name: the left bank and the weir
                series: [{camera: left, coverage: '90%x100'}, {camera: weir, coverage: '90%x100'}]
                expect:
                  - {at: 8d, alerts: [{camera: left, rule: high}, {camera: weir, rule: high}]}

            """)
        #expect(file.tests[0].waters.map(\.reach?.id) == ["lower", nil])
        #expect(file.tests[0].run(by: file.ruling).failures.isEmpty)
    }

    @Test(
        "a wrong reach is told with its place",
        arguments: [
            ("{reach: lowre, rule: high}", "there is no reach 'lowre'; did you mean 'lower'?"),
            (
                "{reach: lower, camera: left, rule: high}",
                "'camera' and 'reach' exclude each other"
            ),
            ("{rule: high}", "an expected alert needs the key 'camera'; write camera: lock-3, or"),
        ])
    func mistakes(alert: String, expected: String) throws {
        let mistakes = try #require(throws: SiteMistakes.self) {
            try load(
                """
                  - name: wrong
                    series: [{camera: left, coverage: '90%x100'}]
                    expect: [{at: 8d, alerts: [\(alert)]}]

                """)
        }
        #expect(mistakes.mistakes.count == 1)
        #expect(mistakes.description.contains(expected), "\(mistakes)")
    }
}
