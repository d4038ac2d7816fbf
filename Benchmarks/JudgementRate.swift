import Alerting
import CPlatform
import Foundation
import Store
import Vocabulary
import Watch

/// Samples that are judged, and judged and kept, in a second.
struct JudgementRate {
    let folder: URL
    private let cameras = 64
    /// A sample every two hours for more than a week, so that the window of growth is full.
    private let rounds = 120
    private let every = Duration.seconds(7200)
    private let batch = 64

    /// Samples per second.
    struct Figures: Encodable {
        /// Judged in memory, by processor time.
        var judged = Double.zero
        /// Judged and committed to the store, by the clock: what else the machine does counts.
        var kept = Double.zero

        var lines: [String] {
            [
                "- judged in memory: \(Int(judged)) samples/s",
                "- judged and kept, 64 a commit, by the clock: \(Int(kept)) samples/s",
                "- needed for 80,000 cameras every 10 minutes: 134 samples/s",
            ]
        }
    }

    func measure() async throws -> Figures {
        Figures(judged: judge(), kept: try await judgeAndKeep())
    }

    private func judge() -> Double {
        var watches = (0..<cameras).map { CameraWatch(camera: CameraID("camera-\($0)")) }
        let began = duckweed_thread_cpu_nanoseconds()
        for round in 0..<rounds {
            for number in watches.indices {
                let sample = sample(of: watches[number].camera, round)
                _ = watches[number].step(.sample(sample), rules: AlertRule.standard)
            }
        }
        let seconds = Double(duckweed_thread_cpu_nanoseconds() - began) / 1e9
        return Double(cameras * rounds) / seconds
    }

    private func judgeAndKeep() async throws -> Double {
        let directory = folder.appending(path: "store").path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        let store = try SiteStore(directory: directory)
        let start = Timestamp.epoch + .days(20_000)
        try await store.register(
            (0..<cameras).map {
                CameraRegistration(id: CameraID("camera-\($0)"), firstDue: start)
            })
        let policy = NotificationPolicy(
            site: "bench", routes: RoutingTree(routes: [Route(department: "bureau")]))
        let clock = ContinuousClock()
        let began = clock.now
        var count = 0
        for round in 0..<rounds {
            let now = start + every * round
            while true {
                let claims = try await store.claimDue(
                    at: now, limit: batch, lease: .seconds(60)
                ).claims
                if claims.isEmpty { break }
                _ = try await store.commit(
                    claims.map { complete($0, round, now) }, at: now, by: policy)
                count += claims.count
            }
        }
        return Double(count) / (clock.now - began).inSeconds
    }

    private func complete(_ claim: CameraClaim, _ round: Int, _ now: Timestamp) -> Completion {
        var watch = claim.watch
        let observation = Observation.sample(sample(of: claim.camera, round))
        _ = watch.step(observation, rules: AlertRule.standard)
        return Completion(
            claim: claim, observations: [observation], watch: watch,
            nextDue: claim.slot + every)
    }

    /// Grows from 3 % to 23 %.
    private func sample(of camera: CameraID, _ round: Int) -> CoverageSample {
        let time = Timestamp.epoch + .days(20_000) + every * round
        let coverage = 0.03 + 0.2 * Double(round) / Double(rounds)
        return CoverageSample(
            camera: camera, time: time, coverage: coverage, visibleShare: 1, sigmaLogit: 0.15,
            frames: 1, model: "bench")
    }
}
