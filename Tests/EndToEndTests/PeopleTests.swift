import Foundation
import Testing

/// What people say about alerts: who takes care of one, and of which nobody is to be told.
@Suite("Alerts and silences on the command line", .enabled(if: Program.areBuilt))
struct PeopleTests {
    private let scratch: Scratch
    private let state: String
    private let alert = "coverage-high/lock-3/1"

    init() throws {
        scratch = try Scratch()
        state = scratch.file("state")
    }

    @Test("An open alert is listed, with who was told and who takes care of it")
    func alerts() async throws {
        try await run([lock])
        let list = try await alertList()
        #expect(list.contains("\(alert): warning since 2026-06-"))
        #expect(list.contains(", told bureau\n") || list.hasSuffix(", told bureau"))
        let json = try await duckweed("alert", "list", "--json", "--state", state)
        #expect(json.output.contains(#""told":["bureau"]"#), "\(json.output)")

        let first = try await acknowledge(alert, by: "Li Wei")
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("\(alert): Li Wei takes care of it since "))
        let second = try await acknowledge(alert, by: "Chen Bo")
        #expect(second.output == first.output, "the first acknowledgement stays")
        #expect(try await alertList().contains(", Li Wei takes care of it"))

        let unknown = try await acknowledge("coverage-high/lock-3/99", by: "Li Wei")
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("coverage-high/lock-3/99"))
        #expect(try await acknowledge(alert, by: "").status == 64)
    }

    @Test("Silences are numbered, listed until they end, and ended once")
    func silences() async throws {
        try await run([weir])
        #expect(
            try await addSilence("--all", "--for", "1h").output.hasPrefix("silence 1 until 20"))
        #expect(
            try await addSilence(
                "--tag", "district=north", "--rule", "coverage-high", "--for", "2d"
            )
            .output.hasPrefix("silence 2 until 20"))
        let list = try await duckweed("silence", "list", "--state", state)
        #expect(list.lines.map { $0.prefix(3) } == ["1: ", "2: "], "\(list.output)")
        #expect(list.lines.allSatisfy { $0.hasSuffix("Li Wei: harvest") })

        let end = try await duckweed("silence", "end", "1", "--state", state)
        #expect(end.status == 0, "\(end.errors)")
        #expect(try await duckweed("silence", "end", "1", "--state", state).status == 65)
        let rest = try await duckweed("silence", "list", "--state", state)
        #expect(rest.lines.map { $0.prefix(3) } == ["2: "])
        let all = try await duckweed("silence", "list", "--json", "--state", state)
        #expect(all.lines.count == 2)
        #expect(all.output.contains(#""district":["north"]"#), "\(all.output)")
    }

    @Test("A silence that can't be used is refused, and says why")
    func refusedSilences() async throws {
        try await run([weir])
        let long = try await addSilence("--all", "--for", "31d")
        #expect(long.status == 65)
        #expect(long.errors.contains("30 days"))
        #expect(try await addSilence("--for", "1h").status == 64, "nothing is named")
        #expect(try await addSilence("--all", "--camera", "a", "--for", "1h").status == 64)
        #expect(try await duckweed("silence", "list", "--state", state).output == "")
    }

    @Test("In a silence an alert is kept and nobody is told; what holds at its end is told once")
    func silenced() async throws {
        try await run([weir])
        for (camera, days) in [("lock-3", "30d"), ("lock-4", "14d")] {
            let added = try await addSilence(
                "--camera", camera, "--from", "2026-06-01T00:00:00Z", "--for", days)
            #expect(added.status == 0, "\(added.errors)")
        }
        try await run([weir, lock, lock.replacing("lock-3", with: "lock-4")])
        let list = try await alertList()
        #expect(list.contains("\(alert): warning since 2026-06-"))
        let kept = list.split(separator: "\n").filter { $0.contains("suppressed by a silence") }
        #expect(!kept.isEmpty && kept.allSatisfy { $0.contains("/lock-3/") }, "\(list)")

        let messages = try await duckweed("queue", "receive", "bureau", "--state", state).output
        #expect(!messages.contains("lock-3"))
        #expect(messages.ranges(of: #""coverage-high/lock-4/1/firing/bureau""#).count == 1)
        #expect(try await duckweed("status", "--state", state).status == 0)
    }

    // MARK: The site

    private let lock = """
          - id: lock-3
            url: \(Place.clip("bloom.mp4"))
            zone: \(Place.clip("bloom.zone.json"))
            play: {start: 2026-06-01T00:00:00Z, every: 6h}
        """
    private let weir = """
          - id: weir-1
            url: \(Place.clip("clean.mp4"))
            zone: \(Place.clip("clean.zone.json"))
            play: {start: 2026-06-01T00:00:00Z, every: 6h}
        """

    /// Watches recordings to their end.
    private func run(_ cameras: [String]) async throws {
        let site = try scratch.write(
            """
            site: s
            departments: [{id: bureau}]
            routes: [{to: bureau}]
            rules: [{id: coverage-high, kind: coverage, raise: 30%, severity: warning}]
            sampling: {every: 10ms, keyframes: 1}
            cameras:
            \(cameras.joined(separator: "\n"))

            """, to: "site.yaml")
        let result = try await duckweed("run", site, "--state", state)
        #expect(result.status == 0, "\(result.errors)")
    }

    private func alertList() async throws -> String {
        try await duckweed("alert", "list", "--state", state).output
    }

    private func acknowledge(_ alert: String, by name: String) async throws -> Program.Result {
        try await duckweed("alert", "acknowledge", alert, "--by", name, "--state", state)
    }

    private func addSilence(_ arguments: String...) async throws -> Program.Result {
        try await Program.run(
            "duckweed",
            ["silence", "add"] + arguments
                + ["--author", "Li Wei", "--reason", "harvest", "--state", state])
    }

    private func duckweed(_ arguments: String...) async throws -> Program.Result {
        try await Program.run("duckweed", arguments)
    }
}
