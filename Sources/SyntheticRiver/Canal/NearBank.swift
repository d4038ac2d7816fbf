/// The bank on the camera's side: a strip of concrete along the water, then grass.
struct NearBank: Sendable {
    private let banks: Banks
    private let grain: NoiseField

    init(banks: Banks, random: inout SplitMix64) {
        self.banks = banks
        grain = NoiseField(size: 256, persistence: 0.8, random: &random)
    }

    /// Metres from the edge, along Z; negative on land.
    func metresBeyondEdge(x: Double, z: Double) -> Double {
        banks.metresBeyondNear(x: x, z: z)
    }

    /// Colour of the ground by full light.
    func albedo(x: Double, z: Double) -> LinearColour {
        let inland = Float(-metresBeyondEdge(x: x, z: z))
        let (right, away) = (Float(x), Float(z))
        if inland < 0.55 {
            let speckle = grain.value(right * 60, away * 60)
            let edge: Float = inland < 0.06 ? 0.55 : 1
            return LinearColour(0.33, 0.32, 0.30) * (edge * max(0.4, 1 + 0.09 * speckle))
        }
        let blades = grain.value(right * 70, away * 45)
        let tufts = grain.value(right * 21, away * 21)
        let dry = max(0, min(1, 0.4 + 0.25 * tufts))
        let grass = LinearColour(0.115, 0.140, 0.055)
            .mixed(with: LinearColour(0.225, 0.205, 0.115), share: dry)
        return grass * max(0.25, 1 + 0.25 * blades)
    }
}
