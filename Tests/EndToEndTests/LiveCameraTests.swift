import Foundation
import JSONLines
import Subprocess
import SystemPackage
import Testing

@Suite(
    "A live camera",
    .enabled(if: Program.areBuilt),
    .enabled(if: CameraServer.isAvailable, CameraServer.absence))
struct LiveCameraTests {
    @Test("It is sampled, its loss is a gap with a reason, and it is sampled again after it")
    func lossAndReturn() async throws {
        let scratch = try Scratch()
        let clip = scratch.file("camera.h264")
        let rendered = try await Program.run(
            "duckweed-river",
            ["render", "--out", clip, "--size", "320x180", "--days", "10", "--every", "6h"])
        #expect(rendered.status == 0, "\(rendered.errors)")
        let first = try CameraServer(clip: clip)
        let site = try scratch.write(site(port: first.port), to: "site.yaml")
        let state = scratch.file("state")

        let result = try await Subprocess.run(
            .path(FilePath(Program.path("duckweed"))),
            arguments: ["run", site, "--state", state],
            input: .none, output: .discarded, error: .string(limit: 1 << 20)
        ) { execution in
            try await wait(state) { $0.samplesTotal >= 3 }
            first.cutPower()
            try await wait(state) { $0.failuresTotal >= 1 && $0.lastReason == "unreachable" }
            let second = try CameraServer(clip: clip, port: first.port)
            let before = try await camera(state)?.samplesTotal ?? 0
            try await wait(state) { $0.samplesTotal > before }
            try execution.send(signal: .terminate)
            second.cutPower()
        }
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
    }

    private struct Status: Decodable {
        struct Camera: Decodable {
            var samplesTotal: Int
            var failuresTotal: Int
            var lastReason: String?
        }

        var cameras: [Camera]
    }

    private func site(port: Int) -> String {
        """
        site: live-test
        network: {allow: [127.0.0.0/8]}
        departments: [{id: bureau, name: Bureau}]
        routes: [{to: bureau}]
        rules: [{id: high, kind: coverage, raise: 90%}]
        cameras:
          - id: live
            url: rtsp://127.0.0.1:\(port)/live
            sample: {every: 500ms, keyframes: 1, deadline: 8s}

        """
    }

    private func camera(_ state: String) async throws -> Status.Camera? {
        let result = try await Program.duckweed("status", "--state", state, "--json")
        guard result.status == 0 else { return nil }
        return try JSONLine.decode(Status.self, from: result.output).cameras.first
    }

    /// Looks at the camera's status until it is as expected; a slow machine has two minutes.
    private func wait(
        _ state: String, until isReached: (Status.Camera) -> Bool
    ) async throws {
        var newest: Status.Camera?
        for _ in 0..<600 {
            newest = try await camera(state)
            if let newest, isReached(newest) { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record("never reached: \(String(describing: newest))")
    }
}
