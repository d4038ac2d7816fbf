import Fleet
import Foundation
import ServiceLifecycle
import Synchronization
import Vocabulary

/// One line at the foot of a terminal that always says how things stand.
///
/// Log messages are written above it.
final class StatusLine: Service {
    private let status: FleetStatus
    private let time: any TimeSource
    private let isShown = Mutex(false)

    init(status: FleetStatus, time: any TimeSource = WallClock()) {
        self.status = status
        self.time = time
    }

    /// Redraws the line five times a second until the program ends.
    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            draw()
            try? await cancelWhenGracefulShutdown { [time] in
                try await time.sleep(for: .milliseconds(200))
            }
        }
        erase()
    }

    /// Writes a line above the status line.
    func writeAbove(_ text: String) {
        isShown.withLock { isShown in
            Terminal.errorPart(isShown ? "\r\u{1b}[K\(text)\n" : "\(text)\n")
            isShown = false
        }
        draw()
    }

    private func draw() {
        let text = Self.text(of: status.counts, columns: Terminal.columns)
            .prefix(Terminal.columns - 1)
        isShown.withLock { isShown in
            Terminal.errorPart("\r\u{1b}[K\(text)")
            isShown = true
        }
    }

    private func erase() {
        isShown.withLock { isShown in
            if isShown { Terminal.errorPart("\r\u{1b}[K") }
            isShown = false
        }
    }

    static func text(of counts: FleetStatus.Counts, columns: Int) -> String {
        var parts: [String] = []
        if let progress = counts.clipProgress {
            parts.append(bar(progress, width: columns < 100 ? 8 : 20))
        }
        parts.append(Figures.count(counts.cameras, "camera"))
        if counts.visitsUnderWay > 0 { parts.append("\(counts.visitsUnderWay) under way") }
        parts.append(Figures.count(counts.samples, "sample"))
        if counts.gaps > 0 { parts.append(Figures.count(counts.gaps, "gap")) }
        parts.append(Figures.count(counts.alertsFired, "alert"))
        parts.append(Figures.count(counts.messages, "message") + " delivered")
        if let sample = counts.newestSample {
            parts.append(
                "\(sample.camera) \(Figures.time(sample.time)) \(Figures.percent(sample.coverage))")
        }
        return parts.joined(separator: "  ")
    }

    /// What a whole run has done, for its end.
    static func summary(of counts: FleetStatus.Counts) -> String {
        Figures.count(counts.cameras, "camera") + ": "
            + Figures.count(counts.samples, "sample") + ", " + Figures.count(counts.gaps, "gap")
            + ", " + Figures.count(counts.alertsFired, "alert")
            + " fired, \(counts.alertsResolved) resolved, "
            + Figures.count(counts.messages, "message") + " delivered"
    }

    private static func bar(_ share: Double, width: Int) -> String {
        let full = Int((min(max(share, 0), 1) * Double(width)).rounded())
        let cells =
            String(repeating: "█", count: full)
            + String(repeating: "░", count: width - full)
        return "\(cells) \(String(format: "%3.0f %%", share * 100))"
    }
}
