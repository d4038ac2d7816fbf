import ArgumentParser
import SyntheticRiver

/// The options that choose camera-years.
struct SeasonOptions: ParsableArguments {
    @Option(help: "Camera-years to simulate.")
    var years = 400

    @Option(help: "The same seed gives the same rivers.")
    var seed: UInt64 = 1

    @Option(help: "Share of the camera-years with a bloom, 0…1.")
    var bloomShare = 0.5

    @Option(help: "Mean days between harvests, floods and arrivals of mats, taken together.")
    var jumpDays = 90.0

    @Option(help: "Time from one look at the water to the next: a multiple of 30m up to 1d.")
    var step = SampleSpacing.minutes30

    func validate() throws {
        if let mistake = plan(noise: 1).mistake { throw ValidationError(mistake) }
    }

    /// The plan with so many times the usual noise.
    func plan(noise: Double) -> SeasonPlan {
        SeasonPlan(
            years: years, seed: seed, bloomShare: bloomShare, noise: noise,
            daysBetweenJumps: jumpDays, step: step)
    }
}
