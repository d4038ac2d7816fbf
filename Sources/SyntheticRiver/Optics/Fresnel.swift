/// How much of the light a water surface reflects.
///
/// Schlick's approximation (Computer Graphics Forum 13(3), 1994) with R₀ = 0.02, that of water of
/// refractive index 1.33: 2 % straight down, everything at grazing sight.
public enum Fresnel {
    /// Share reflected at normal incidence.
    public static let normalReflectance: Float = 0.02

    /// The share of light reflected, 0.02…1.
    ///
    /// - Parameter cosine: Of the angle between the ray and the surface's normal, 0…1.
    @inline(__always)
    public static func reflectance(cosine: Float) -> Float {
        let flatness = 1 - max(0, min(1, cosine))
        let square = flatness * flatness
        return normalReflectance + (1 - normalReflectance) * square * square * flatness
    }
}
