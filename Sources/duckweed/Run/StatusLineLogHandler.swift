import Logging

/// Writes log messages above the status line of a terminal.
struct StatusLineLogHandler: LogHandler {
    let statusLine: StatusLine
    var logLevel = Logger.Level.notice
    var metadata: Logger.Metadata = [:]

    init(statusLine: StatusLine) { self.statusLine = statusLine }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let facts = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        statusLine.writeAbove(
            ([event.level.rawValue, "\(event.message)"] + facts).joined(separator: "  "))
    }
}
