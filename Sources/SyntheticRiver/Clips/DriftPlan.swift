/// How wind and current carry the mats along: they keep their shape and their leaves.
///
/// Where they come from, the river is as full as where the camera looks; so coverage wanders about
/// the planned one as patches drift in and out of view.
public struct DriftPlan: Codable, Hashable, Sendable {
    /// Speed along X, to the right, in metres an hour.
    public var rightMetresPerHour: Double
    /// Speed along Z, away from the camera, in metres an hour.
    public var awayMetresPerHour: Double

    /// Makes a plan.
    public init(rightMetresPerHour: Double, awayMetresPerHour: Double = 0) {
        self.rightMetresPerHour = rightMetresPerHour
        self.awayMetresPerHour = awayMetresPerHour
    }

    /// How far the mats have come after so many days, in metres.
    func offset(afterDays days: Double) -> (right: Double, away: Double) {
        (rightMetresPerHour * 24 * days, awayMetresPerHour * 24 * days)
    }
}
