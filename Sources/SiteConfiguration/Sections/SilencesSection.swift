import Alerting
import Vocabulary

/// The section `silences`: `[{match: {camera: lock-3}, author: Li Wei, reason: harvest, start: …, end: …}]`.
enum SilencesSection {
    /// The silences as they stand in the file.
    static var shape: Shape<[SilenceDraft]> {
        .list(of: Shape(read: silence), called: "a list of silences")
    }

    private static func silence(_ source: SourceValue) -> SilenceDraft? {
        guard var keys = MappingReader(source, "a silence") else { return nil }
        let match = keys.required(
            "match", MatchSection.ofSilence, example: "match: {camera: lock-3}")
        let author = keys.required("author", .text("a name"), example: "author: Li Wei")
        let reason = keys.required("reason", .text("a reason"), example: "reason: harvest")
        let start = keys.required("start", .moment, example: "start: 2026-06-01T06:00:00Z")
        let end = keys.required(
            "end", Shape<Timestamp>.moment.located, example: "end: 2026-06-05T06:00:00Z")
        keys.finish()
        guard let match, let author, let reason, let start, let end else { return nil }
        let silence = Silence(
            match: match.matcher, author: author, reason: reason, start: start, end: end.value)
        for mistake in silence.mistakes { end.source.mistake(mistake) }
        return SilenceDraft(match: match, silence: silence)
    }
}

/// A silence, and what it chooses with the places of the names in it.
struct SilenceDraft {
    var match: MatchDraft
    var silence: Silence
}
