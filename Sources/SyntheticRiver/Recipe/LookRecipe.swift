/// What lens, sensor and the air before them do to a picture.
struct LookRecipe: Sendable {
    /// Mean signal that the exposure aims at, 0…1.
    var meanSignal: Float
    var whiteBalance: LinearColour
    var saturation: Float
    /// Strength of the S-shaped curve; below 0 flattens.
    var contrast: Float
    /// Signal of black.
    var blackLevel: Float
    /// Darkening in the corners, 0…1.
    var vignette: Float
    /// Share of light lost per metre of air, and the light of the haze.
    var hazePerMetre: Float
    var haze: LinearColour
    /// Haze that does not depend on distance: a dirty lens, mist.
    var veil: Float
    /// Standard deviation of luma noise in codes, and of chroma noise.
    var noiseCodes: Float
    var chromaNoiseCodes: Float
    /// Passes of a 1-2-1 blur.
    var blurPasses: Int
    /// Strength of sharpening.
    var sharpening: Float
    /// Streaks of rain per million pixels.
    var rainStreaks: Float
    /// Standard deviation of the shift between frames, in pixels.
    var shakePixels: Float
    /// The date on the picture, as cameras write it; empty for none.
    var caption: String
    /// Constant rate factor of the H.264 stream that pictures are cut from; `nil` for none.
    var streamQuality: Int?
    /// Quality of the JPEG, 1 to 100.
    var jpegQuality: Int
}
