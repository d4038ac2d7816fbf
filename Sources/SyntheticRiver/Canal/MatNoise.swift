/// The noise that mats are made of, as a function of the place on the water.
///
/// Grain that is finer than a pixel's footprint is faded out, so that far mats do not sparkle.
struct MatNoise: Sendable {
    private static let duckweed = LinearColour(0.145, 0.205, 0.047)
    private static let yellowing = LinearColour(0.205, 0.235, 0.062)

    private let patchMetres: Float
    private let patches: NoiseField
    private let clusters: NoiseField
    private let fronds: NoiseField

    init(patchMetres: Float, seed: UInt64) {
        self.patchMetres = patchMetres
        var random = SplitMix64(seed: seed, stream: "mats")
        patches = NoiseField(size: 512, persistence: 0.66, random: &random)
        clusters = NoiseField(size: 256, persistence: 0.8, firstOctave: 2, random: &random)
        fronds = NoiseField(size: 256, persistence: 0.9, firstOctave: 3, random: &random)
    }

    /// How readily plants gather at a point: about normal, mean 0, standard deviation 1.
    func density(at point: (x: Float, z: Float), footprintMetres: Float) -> Float {
        // Four patches of the coarsest octave fill the field; the current draws them out along X.
        let texels = Float(patches.size) / (4 * patchMetres)
        let base = patches.value(point.x * texels, point.z * texels * 1.5)
        let cluster = clusters.value(point.x * 26, point.z * 26)
        return base + 0.16 * cluster * Self.kept(grainMetres: 0.3, of: footprintMetres)
    }

    /// Colour of the plants at a point by full light.
    func albedo(at point: (x: Float, z: Float), footprintMetres: Float) -> LinearColour {
        let age = patches.value(point.x * 9 + 131, point.z * 12 + 57)
        let hue = Self.duckweed.mixed(
            with: Self.yellowing, share: max(0, min(1, 0.3 + 0.3 * age)))
        // Three grains: fronds, clumps of them, and folds of the mat that show far away.
        let frond =
            fronds.value(point.x * 200, point.z * 200)
            * Self.kept(grainMetres: 0.06, of: footprintMetres)
        let clump =
            fronds.value(point.x * 45, point.z * 45)
            * Self.kept(grainMetres: 0.25, of: footprintMetres)
        let fold =
            fronds.value(point.x * 9, point.z * 9)
            * Self.kept(grainMetres: 1.2, of: footprintMetres)
        return hue * max(0.35, 1 + 0.12 * frond + 0.11 * clump + 0.12 * fold)
    }

    /// The share of a grain's contrast that a pixel of this footprint still shows.
    private static func kept(grainMetres: Float, of footprintMetres: Float) -> Float {
        let ratio = footprintMetres / grainMetres
        return 1 / (1 + ratio * ratio)
    }
}
