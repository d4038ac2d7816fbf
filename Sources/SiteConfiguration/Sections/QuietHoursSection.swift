import Alerting

/// The section `quietHours`: `{from: "22:00", to: "06:00", timeZone: Asia/Shanghai}`.
enum QuietHoursSection {
    static var shape: Shape<QuietHours> {
        Shape { source in
            guard var keys = MappingReader(source, "the quiet hours") else { return nil }
            let from = keys.required("from", timeOfDay, example: "from: \"22:00\"")
            let to = keys.required("to", timeOfDay.located, example: "to: \"06:00\"")
            let zone = keys.required(
                "timeZone", TimeZoneSection.shape, example: "timeZone: Asia/Shanghai")
            keys.finish()
            guard let from, let to, let zone else { return nil }
            guard from != to.value else {
                to.mistake(
                    "the quiet hours end when they begin", "write another end, or remove them")
                return nil
            }
            return QuietHours(fromSecondOfDay: from, toSecondOfDay: to.value, timeZone: zone)
        }
    }

    /// Seconds since midnight of `22:00`.
    ///
    /// Without quotes, some readers of YAML take `22:00` for a number to the base of 60.
    private static var timeOfDay: Shape<Int> {
        .scalar("a time of day", example: "a time of day such as \"22:00\"") {
            text throws(Misreading) in
            guard let seconds = ClockText.minutes(text).map({ $0 * 60 }), seconds < 86_400 else {
                throw Misreading(
                    message: "'\(text)' is not a time of day",
                    suggestion: "write hours and minutes from \"00:00\" to \"23:59\"")
            }
            return seconds
        }
    }
}

/// Reads hours and minutes such as `22:00`.
enum ClockText {
    /// Minutes of `HH:MM`; `nil` for anything else.
    static func minutes(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(isDigit) }),
            let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
        else { return nil }
        return hours * 60 + minutes
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
