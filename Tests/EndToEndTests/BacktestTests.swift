import Foundation
import Testing

@Suite("Rules tried on the past", .enabled(if: Program.areBuilt))
struct BacktestTests {
    private struct Answer: Decodable {
        struct Estimate: Decodable {
            let camera: String
            let time: String
            let coverage: Double
            let rate: Double?
            let published: Bool
        }
        struct Alert: Decodable, Equatable {
            let camera: String
            let rule: String
            let kind: String
            let severity: String
            let state: String
            let time: String
            let episode: Int
            let departments: [String]
        }
        struct Comparison: Decodable {
            struct Span: Decodable { let rule: String }
            struct Moved: Decodable { let new: Span }
            let added: [Span]
            let removed: [Span]
            let moved: [Moved]
        }
        struct Department: Decodable {
            let department: String?
            let week: String
            let current: Int
            let new: Int?
        }
        let estimates: [Estimate]
        let alerts: [Alert]
        let comparison: Comparison?
        let departments: [Department]
        let samples: Int
    }

    private let demo = Place.root.appending(path: "Fixtures/Sites/Demo/site.yaml")
        .path(percentEncoded: false)

    /// Blooms of two cameras, a sample every two hours for 30 days, in an order by time or by camera.
    private func bloom(byCamera: Bool) -> String {
        var rows: [(key: String, row: String)] = []
        for number in 0..<360 {
            let day = 1 + number / 12
            let time = String(format: "2026-06-%02dT%02d:00:00Z", day, number % 12 * 2)
            for (camera, rate) in [("lock-3", 0.25), ("weir-1", 0.0)] {
                let odds = 0.04 / 0.96 * exp(rate * min(Double(number) / 12, 16))
                let wave = 1 + 0.05 * sin(Double(number * 7))
                let coverage = odds / (1 + odds) * wave
                rows.append(
                    (
                        byCamera ? camera : time,
                        String(format: "%@,%.6f,%@\n", time, coverage, camera)
                    ))
            }
        }
        return "time,coverage,camera\n" + rows.sorted { $0.key > $1.key }.map(\.row).joined()
    }

    private func backtest(_ arguments: String...) async throws -> Answer {
        let result = try await Program.run("duckweed", ["backtest", "--json"] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }

    @Test("a bloom raises growth and coverage, and the order of lines and cameras does not matter")
    func series() async throws {
        let scratch = try Scratch()
        let one = try scratch.write(bloom(byCamera: true), to: "one.csv")
        let other = try scratch.write(bloom(byCamera: false), to: "other.csv")
        let answer = try await backtest("--series", one, "--site", demo)
        let firing = answer.alerts.filter { $0.state == "firing" }
        #expect(firing.map(\.rule) == ["growth-fast", "coverage-high"])
        #expect(firing.allSatisfy { $0.camera == "lock-3" && $0.departments == ["water-bureau"] })
        #expect(answer.samples == 720)
        #expect(answer.estimates.count == 720)
        #expect(answer.departments.allSatisfy { $0.department == "water-bureau" && $0.new == nil })
        let first = try await Program.duckweed("backtest", "--json", "--series", one)
        let second = try await Program.duckweed("backtest", "--json", "--series", other)
        #expect(first.output == second.output)
    }

    @Test("new rules are compared with the current ones, and theirs are the alerts")
    func rules() async throws {
        let scratch = try Scratch()
        let series = try scratch.write(bloom(byCamera: true), to: "summer.csv")
        let rules = try scratch.write(
            """
            rules:
              - {id: coverage-high, kind: coverage, raise: 20%}
              - {id: coverage-some, kind: coverage, raise: 12%}

            """, to: "new.yaml")
        let answer = try await backtest(
            "--series", series, "--site", demo, "--rules", rules, "--estimates", "none")
        let comparison = try #require(answer.comparison)
        #expect(comparison.added.map(\.rule) == ["coverage-some"])
        #expect(comparison.removed.map(\.rule) == ["growth-fast"])
        #expect(comparison.moved.map(\.new.rule) == ["coverage-high"])
        #expect(answer.estimates.isEmpty)
        #expect(Set(answer.alerts.map(\.rule)) == ["coverage-high", "coverage-some"])
        #expect(answer.departments.reduce(0) { $0 + $1.current } == 2)
        #expect(answer.departments.reduce(0) { $0 + ($1.new ?? 0) } == 2)

        let svg = scratch.file("plot.svg")
        let text = try await Program.duckweed(
            "backtest", "--series", series, "--rules", rules, "--plot", svg)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("1 added"))
        #expect(try String(contentsOfFile: svg, encoding: .utf8).contains("lock-3"))
    }

    @Test("what a site has kept raises the same alerts again")
    func state() async throws {
        let scratch = try Scratch()
        let state = scratch.file("state")
        let run = try await Program.duckweed("run", demo, "--state", state)
        #expect(run.status == 0, "\(run.errors)")
        let answer = try await backtest("--state", state, "--site", demo)
        let firing = answer.alerts.filter { $0.state == "firing" && $0.camera == "lock-3" }
        #expect(firing.map(\.rule).sorted() == ["coverage-high", "growth-fast"])
    }

    @Test("bad lines are told with their places, and nothing is judged")
    func badInput() async throws {
        let scratch = try Scratch()
        let bad = try scratch.write(
            "time,coverage\n2026-06-01T00:00:00Z,0.3\nyesterday,0.3\n2026-06-02T00:00:00Z,33\n",
            to: "bad.csv")
        let result = try await Program.duckweed("backtest", "--series", bad)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("\(bad):3:1: 'yesterday' is not a time"))
        #expect(result.errors.contains("\(bad):4:22: a coverage of 33"))
        let missing = try await Program.duckweed("backtest", "--series", scratch.file("none.csv"))
        #expect(missing.status == 65)
        let both = try await Program.duckweed("backtest", "--series", bad, "--state", "s")
        #expect(both.status == 64)
        let rules = try scratch.write(
            "rules: [{id: r, kind: coverage, raise: 300%}]\n", to: "r.yaml")
        let wrong = try await Program.duckweed("backtest", "--series", bad, "--rules", rules)
        #expect(wrong.status == 78)
        #expect(wrong.errors.contains("\(rules):1:"))
    }

    @Test("the rule tests among the fixtures pass")
    func ruleTests() async throws {
        let path = Place.root.appending(path: "Fixtures/Sites/demo.test.yaml")
        let result = try await Program.duckweed("test", path.path(percentEncoded: false))
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.hasSuffix("4 passed, 0 failed\n"))
    }

    @Test("a rule test that fails shows what was expected, what was open and what happened")
    func failingRuleTest() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            """
            tests:
              - name: too early
                series: [{camera: c, coverage: '50%x60'}]
                expect:
                  - at: 1h
                    alerts: [{camera: c, rule: coverage-high}]
                  - at: 5d
                    alerts: [{camera: c, rule: coverage-high, severity: critical}]

            """, to: "my.test.yaml")
        let result = try await Program.duckweed("test", path)
        #expect(result.status == 1)
        #expect(result.output.contains("FAILED  too early"))
        #expect(result.output.contains("\(path):5:9: at 1h"))
        #expect(result.output.contains("- expected  coverage-high  c  critical"))
        #expect(result.output.contains("+ open      coverage-high  c  "))
        #expect(result.output.contains("what happened:"))
        #expect(result.output.hasSuffix("0 passed, 1 failed\n"))
    }

    @Test("a rule test with mistakes is refused, each with its place")
    func brokenRuleTest() async throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            """
            site: \(demo)
            tests:
              - name: wrong
                series: [{camera: lock-4, coverage: '0.9+0.1x5'}]
                expect: [{at: soon, alerts: [{camera: lock-3, rule: coverage-hihg, to: [mayor]}]}]

            """, to: "my.test.yaml")
        let result = try await Program.duckweed("test", path)
        #expect(result.status == 78)
        for part in [
            "ends at a coverage", "'soon' is not a moment", "no rule 'coverage-hihg'",
            "no department 'mayor'",
        ] {
            #expect(result.errors.contains(part), "\(result.errors)")
        }
        #expect(result.errors.contains("did you mean 'coverage-high'?"))
    }
}
