import Vocabulary

/// A camera's `play`: `{start: 2026-06-01T06:00:00Z, every: 6h}` or `{start: …, scale: 60}`.
enum PlaybackSection {
    static var shape: Shape<ClipPlayback> {
        Shape { source in
            guard var keys = MappingReader(source, "the playback") else { return nil }
            let start = keys.required(
                "start", .moment, example: "start: 2026-06-01T06:00:00Z")
            let every = keys.optional(
                "every",
                .duration(.milliseconds(1)...(.days(366)), written: "from 1ms to 366d, such as 6h")
            )
            let scale = keys.optional(
                "scale",
                .number(
                    0.001...1_000_000, called: "a factor from 0.001 to 1000000",
                    example: "scale: 60"))
            if keys.has("every"), keys.has("scale") {
                keys.mistake(
                    at: "scale", "'every' and 'scale' exclude each other",
                    "keep 'every' for a time-lapse, or 'scale' to speed the clip's own times up")
            }
            keys.finish()
            guard let start else { return nil }
            return ClipPlayback(
                start: start, pace: every.map { .timeLapse(every: $0) } ?? .scaled(scale ?? 1))
        }
    }
}
