/// A sky with a pale horizon, a bluer zenith and clouds on a flat layer.
struct Sky: Sendable {
    private let clouds: NoiseField
    private let horizon = LinearColour(0.68, 0.73, 0.79)
    private let zenith = LinearColour(0.27, 0.41, 0.68)
    private let cloud = LinearColour(0.78, 0.79, 0.80)
    private let cloudBase = LinearColour(0.46, 0.48, 0.51)

    init(random: inout SplitMix64) {
        clouds = NoiseField(size: 256, persistence: 0.6, random: &random)
    }

    /// The light that comes from a direction of unit length.
    @inline(__always)
    func radiance(right: Float, up: Float, forward: Float, light: Light) -> LinearColour {
        let elevation = max(0.01, up)
        let height = elevation.squareRoot()
        let clear = horizon.mixed(with: zenith, share: min(1, height))
        // Towards the horizon clouds crowd together and melt into the haze.
        let texels = 30 / (elevation + 0.12)
        let pattern = clouds.value(right * texels + light.cloudShift, forward * texels)
        let cover = pattern * 0.6 + (light.cloudiness - 0.5) * 3
        let opacity = max(0, min(1, cover)) * min(1, elevation * 6)
        let shade = max(0, min(1, 0.5 + 0.35 * pattern))
        let sky = clear.mixed(with: cloudBase.mixed(with: cloud, share: shade), share: opacity)
        return sky * light.colour
    }
}
