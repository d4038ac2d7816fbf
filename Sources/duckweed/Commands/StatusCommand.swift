import ArgumentParser
import Fleet
import JSONLines
import Store
import Vocabulary

/// `duckweed status`: how each camera stands, and what waits to be delivered.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows how each camera stands and what waits to be delivered.",
        discussion: """
            EXAMPLES
              duckweed status
              duckweed status --state /var/lib/duckweed --json
            """)

    @OptionGroup var place: StateOptions
    @Flag(help: "Print one JSON object.") var json = false

    private struct Status: Encodable {
        let cameras: [CameraStatus]
        let outbox: OutboxStatus
        /// Programs that share the work; one machine has none to list.
        let workers: [String]
    }

    func run() async throws {
        try await ProgramFailure.reported {
            let store = try place.openExistingStore()
            let status = Status(
                cameras: try await store.cameraStatuses(),
                outbox: try await store.outboxStatus(at: WallClock().now()), workers: [])
            guard !json else { return Terminal.line(try JSONLine.encode(status)) }
            for camera in status.cameras { Terminal.line(text(camera)) }
            Terminal.line("outbox: \(status.outbox.pending) messages wait")
        }
    }

    private func text(_ camera: CameraStatus) -> String {
        var text = "\(camera.camera): \(camera.state.rawValue), \(camera.samplesTotal) samples"
        if let time = camera.lastSampleTime { text += ", newest \(Figures.time(time))" }
        if camera.rejectedTotal > 0 { text += ", \(camera.rejectedTotal) frames refused" }
        let reasons = camera.gapTotals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        if !reasons.isEmpty {
            text += " [" + reasons.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + "]"
        }
        if camera.failuresTotal > 0 { text += ", \(camera.failuresTotal) visits failed" }
        if let reason = camera.lastReason {
            text += " (\(reason.rawValue): \(camera.lastDetail ?? ""))"
        }
        return text
    }
}
