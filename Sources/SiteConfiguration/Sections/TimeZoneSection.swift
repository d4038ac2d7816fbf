import Alerting
import Foundation
import Vocabulary

/// The key `timeZone`: a name of the time zone database, or a fixed offset such as `+08:00`.
enum TimeZoneSection {
    static var shape: Shape<CivilTimeZone> {
        .scalar("a time zone", example: "a time zone such as Asia/Shanghai or +08:00") {
            text throws(Misreading) in
            if let offset = fixedOffset(text) { return CivilTimeZone(firstOffsetSeconds: offset) }
            // Abbreviations stand for different zones in different countries.
            guard text == "UTC" || text.contains("/"), let zone = TimeZone(identifier: text) else {
                throw Misreading(
                    message: "'\(text)' is not a time zone",
                    suggestion: NearestName.find(text, among: TimeZone.knownTimeZoneIdentifiers)
                        .map { "did you mean '\($0)'?" }
                        ?? "write a name such as Asia/Shanghai, or an offset such as +08:00")
            }
            return table(of: zone)
        }
    }

    /// Seconds of `+08:00` or `-03:30`.
    private static func fixedOffset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-",
            let minutes = ClockText.minutes(text.dropFirst())
        else { return nil }
        return (sign == "-" ? -60 : 60) * minutes
    }

    /// The changes of a zone's offset from 2020 to 2070.
    private static func table(of zone: TimeZone) -> CivilTimeZone {
        var moment = Date(timeIntervalSince1970: 1_577_836_800)
        let end = Date(timeIntervalSince1970: 3_155_760_000)
        var table = CivilTimeZone(firstOffsetSeconds: zone.secondsFromGMT(for: moment))
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment,
            next < end, let from = Timestamp(secondsSinceEpoch: next.timeIntervalSince1970)
        {
            table.changes.append(
                CivilTimeZone.Change(from: from, offsetSeconds: zone.secondsFromGMT(for: next)))
            moment = next
        }
        return table
    }
}
