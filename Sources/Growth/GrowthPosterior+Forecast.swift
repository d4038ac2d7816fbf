extension GrowthPosterior {
    /// Probability that the biological coverage is `coverage` (0…1) or more in `days` from now.
    ///
    /// The beliefs move ahead in daily steps. In simulated seasons 3 and 7 days are worth telling; no
    /// alert should rest on 14.
    public func probability(
        coverageAtLeast coverage: Double, afterDays days: Int,
        settings: GrowthSettings = .standard
    ) -> Double {
        var later = beliefs
        for _ in 0..<days {
            later.predict(days: 1, noiseScale: noiseScale, settings: settings.filter)
        }
        return later.level.probability(above: LogitScale.unheldLevel(ofCoverage: coverage))
    }

    /// In how many days the biological coverage reaches `coverage` (0…1), within two weeks.
    public func daysUntil(
        coverage: Double, settings: GrowthSettings = .standard
    ) -> ThresholdForecast {
        let threshold = LogitScale.unheldLevel(ofCoverage: coverage)
        var forecast = ThresholdForecast()
        var later = beliefs
        for day in 0...ThresholdForecast.horizonDays {
            if day > 0 {
                later.predict(days: 1, noiseScale: noiseScale, settings: settings.filter)
            }
            let probability = later.level.probability(above: threshold)
            if probability >= 0.1, forecast.earliest == nil { forecast.earliest = day }
            if probability >= 0.5, forecast.likely == nil { forecast.likely = day }
            if probability >= 0.9 {
                forecast.latest = day
                break
            }
        }
        return forecast
    }
}

/// When a threshold will be reached, in whole days from now; 0 where it is reached already.
///
/// `nil` stands for "not within 14 days".
public struct ThresholdForecast: Codable, Hashable, Sendable {
    /// The first day on which it is reached with a probability of 0.1.
    public var earliest: Int?
    /// The first day on which it is as likely reached as not.
    public var likely: Int?
    /// The first day on which it is reached with a probability of 0.9.
    public var latest: Int?

    /// How far a forecast looks.
    public static let horizonDays = 14

    /// Makes a forecast that says "not within 14 days".
    public init() {}
}
