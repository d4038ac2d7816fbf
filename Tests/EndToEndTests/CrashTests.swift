import DepartmentQueues
import Foundation
import Store
import Subprocess
import SystemPackage
import Testing
import Vocabulary

@Suite(
    "Programs that are killed lose nothing and repeat nothing",
    .enabled(if: Program.areBuilt), .serialized)
struct CrashTests {
    @Test("duckweed run, killed at twenty random moments, ends where an undisturbed run ends")
    func killedRuns() async throws {
        let undisturbed = try await Outcome(of: RunningSite(every: "25ms")) { site in
            let result = try await Program.run("duckweed", site.arguments)
            #expect(result.status == 0, "\(result.errors)")
        }
        let killed = try await Outcome(of: RunningSite(every: "250ms")) { site in
            var moments = RandomMoments(seed: 20)
            var kills = 0
            while kills < 20 {
                let ended = try await Program.runAndKill(
                    site.arguments, after: .milliseconds(moments.next(in: 60...300)))
                if ended { break }
                kills += 1
            }
            #expect(kills >= 10, "the run ended before it could be killed often enough")
            let result = try await Program.run("duckweed", site.arguments)
            #expect(result.status == 0, "\(result.errors)")
        }
        #expect(killed == undisturbed)
        #expect(undisturbed.observations.values.allSatisfy { !$0.isEmpty })
        #expect(!undisturbed.alerts.isEmpty)
        #expect(killed.problems.isEmpty, "\(killed.problems)")
    }

    @Test("Samplers killed in the middle of a run: every due sample appears, none twice")
    func killedSamplers() async throws {
        let undisturbed = try await Outcome(of: RunningSite(every: "30ms")) { site in
            _ = try await Program.run("duckweed", site.arguments)
        }
        var kills = 0
        let disturbed = try await Outcome(of: RunningSite(every: "30ms")) { site in
            let result = try await Subprocess.run(
                .path(FilePath(Program.path("duckweed"))), arguments: Arguments(site.arguments),
                input: .none, output: .discarded, error: .string(limit: 1 << 20)
            ) { execution in
                var count = 0
                for _ in 0..<6 {
                    try await Task.sleep(for: .milliseconds(250))
                    count += Self.killChildren(of: execution.processIdentifier.value)
                }
                return count
            }
            kills = result.closureResult
            #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        }
        #expect(kills > 0, "no sampler was found to kill")
        #expect(disturbed == undisturbed)
        #expect(disturbed.problems.isEmpty, "\(disturbed.problems)")
    }

    /// Kills the processes whose parent is `parent`; gives how many.
    private static func killChildren(of parent: Int32) -> Int {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let children = processes.compactMap(Int32.init).filter { process in
            let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
            return status?.contains("\nPPid:\t\(parent)\n") ?? false
        }
        return children.count { kill($0, SIGKILL) == 0 }
    }
}

/// A site of recorded clips with a state folder of its own.
private struct RunningSite {
    let scratch: Scratch
    let arguments: [String]
    var state: String { scratch.file("state") }

    init(every: String) throws {
        scratch = try Scratch()
        let cameras = ["bloom", "harvest", "night"].map { clip in
            """
              - id: \(clip)
                url: \(Place.clip("\(clip).mp4"))
                zone: \(Place.clip("\(clip).zone.json"))
                play: {start: 2026-06-01T00:00:00Z, every: 6h}
            """
        }
        let site = try scratch.write(
            """
            site: crash-test
            departments: [{id: bureau, name: Bureau}]
            routes: [{to: bureau}]
            sampling: {every: \(every), keyframes: 1}
            rules:
              - {id: high, kind: coverage, raise: 20%, clear: 15%, hold: 6h, keepFiring: 12h, severity: major}
              - {id: fast, kind: growth, raise: 0.10/day, clear: 0.05/day, hold: 12h, keepFiring: 12h, severity: warning}
            cameras:
            \(cameras.joined(separator: "\n"))

            """, to: "site.yaml")
        arguments = ["run", site, "--state", scratch.file("state")]
    }
}

/// What a run has left in the store.
private struct Outcome: Equatable {
    var observations: [String: [Timestamp]] = [:]
    var alerts: [String] = []
    var queued: [String] = []
    var problems: [String] = []

    init(of site: RunningSite, _ run: (RunningSite) async throws -> Void) async throws {
        try await run(site)
        let store = try SiteStore(directory: site.state, opening: .existing)
        for camera in try await store.cameraStatuses() {
            let end = Timestamp.epoch + .days(30_000)
            let samples = try await store.samples(of: camera.camera, from: .epoch, to: end)
            let gaps = try await store.gaps(of: camera.camera, from: .epoch, to: end)
            // A visit whose sampler was killed twice leaves a gap and is made again.
            let refused = gaps.filter(\.reason.isRejectedFrame)
            observations[camera.camera.rawValue] = samples.map(\.time) + refused.map(\.time)
            #expect(camera.state == .finished)
        }
        alerts = try await store.alertEvents().map(\.id).sorted()
        let messages = try await EmbeddedQueue(store: store).receive(
            "bureau", max: 1000, lease: .seconds(60), at: .epoch + .days(30_000))
        queued = messages.map(\.id).sorted()
        problems = try await store.integrity()
        #expect(Set(queued).count == queued.count)
        #expect(Set(queued) == Set(alerts.map { "\($0)/bureau" }))
    }
}

/// Moments that are the same for the same seed.
private struct RandomMoments {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(in range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }
}
