package import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// The light and the wind of one moment, as the weather of the day and the hour make them.
///
/// A clip shows daylight at every sample, so the 24 hours of a day are laid over a bright part of
/// it: dimmest at 0 h and 24 h UTC, brightest at noon.
package struct Light: Sendable {
    /// Strength of the daylight, 1 on a clear noon.
    package var level: Float
    /// How much the light leans to red (above 0) or blue.
    var warmth: Float
    /// Share of the sky behind clouds, 0…1.
    var cloudiness: Float
    /// How far the clouds have moved on.
    var cloudShift: Float
    /// Wind against the site's average.
    package var windFactor: Double

    /// The light at a moment; the seed decides the weather of each day.
    package static func daylight(at time: Timestamp, seed: UInt64) -> Light {
        let day = time.daysSinceEpoch.rounded(.down)
        let hourShare = time.daysSinceEpoch - day
        let slot = UInt64(bitPattern: time.nanosecondsSinceEpoch / 60_000_000_000)
        var weather = SplitMix64(
            seed: seed, stream: "weather", number: UInt64(bitPattern: Int64(day)))
        var hour = SplitMix64(seed: seed, stream: "hour", number: slot)
        let cloudiness = min(1, max(0, weather.uniform(0.1, 0.95) + 0.1 * hour.normal()))
        let elevation = Float(sin(.pi * (0.15 + 0.7 * hourShare)))
        return Light(
            level: (0.62 + 0.38 * elevation) * (1 - 0.3 * cloudiness) * hour.uniform(0.95, 1.05),
            warmth: 0.07 * (1 - elevation) * (1 - cloudiness) - 0.01,
            cloudiness: cloudiness, cloudShift: hour.uniform(0, 500),
            windFactor: Double(weather.uniform(0.5, 1.4) * hour.uniform(0.8, 1.2)))
    }

    /// The colour of the light on a level surface.
    var colour: LinearColour {
        LinearColour(1 + warmth, 1, 1 - warmth) * level
    }
}
