import Foundation
import Vocabulary

/// How figures are shown to people: coverage in %, rates per day, times in UTC.
enum Figures {
    static func percent(_ fraction: Double) -> String {
        String(format: "%.1f %%", fraction * 100)
    }

    /// `97 %`; never `100 %`, for nothing is certain.
    static func probability(_ probability: Double) -> String {
        String(format: "%.0f %%", min(probability * 100, 99))
    }

    /// `132 ± 9 m²`, or `1.32 ± 0.09 m²` for a small area; both to the same decimal.
    static func area(_ squareMetres: Double, sigma: Double) -> String {
        let decimals = sigma >= 1 ? 0 : sigma >= 0.1 ? 1 : 2
        return String(format: "%.*f ± %.*f m²", decimals, squareMetres, decimals, sigma)
    }

    static func rate(_ perDay: Double) -> String { String(format: "%+.2f/day", perDay) }

    /// `+0.24/day (90 %: +0.18 to +0.31)`.
    static func rate(_ perDay: Double, low: Double?, high: Double?) -> String {
        guard let low, let high else { return rate(perDay) }
        return rate(perDay) + String(format: " (90 %%: %+.2f to %+.2f)", low, high)
    }

    static func doubling(_ days: Double?) -> String {
        days.map { String(format: "doubles in %.1f days", $0) } ?? "does not double"
    }

    static func days(_ days: Double?) -> String {
        days.map { String(format: "%.1f days", $0) } ?? "none"
    }

    /// `1 camera`, `3 cameras`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    static func time(_ time: Timestamp) -> String {
        // 2026-06-01T06:00:00Z → 2026-06-01 06:00
        time.description.prefix(16).replacingOccurrences(of: "T", with: " ")
    }
}
