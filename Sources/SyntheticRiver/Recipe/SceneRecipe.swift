/// Everything that one still scene shows: the numbers behind a picture, before it is drawn.
///
/// A generator draws a recipe from a seed; the renderer turns it into frames and truth. Lengths
/// are metres, colours linear light or albedo, angles radians unless a name says otherwise.
struct SceneRecipe: Sendable {
    /// Where the camera hangs and how it looks.
    var camera: CameraGeometry
    /// Where the water ends.
    var shore: ShoreRecipe
    /// What stands on the far bank.
    var backdrop: BackdropRecipe
    /// Sky and sun.
    var daylight: DaylightRecipe
    /// The water itself.
    var water: WaterRecipe
    /// What lies in shadow.
    var shadow: ShadowRecipe
    /// What floats, the first on top.
    var mats: [MatRecipe]
    /// What lens, sensor and weather do to the picture.
    var look: LookRecipe
}

/// Where the water ends: a far and a near edge, Z = distance + skew · X, with bays.
struct ShoreRecipe: Sendable {
    var farMetres: Float
    var farSkew: Float
    /// No near bank is seen when this is far below zero.
    var nearMetres: Float
    var nearSkew: Float
    /// How far bays and points reach.
    var bayMetres: Float
    /// Length of a bay.
    var bayLengthMetres: Float
    /// Colour of the near bank's ground, and of what grows on it.
    var ground: LinearColour
    var growth: LinearColour
    /// Width of the bare strip along the water.
    var stripMetres: Float
}

/// What stands on the far bank, from the waterline up.
struct BackdropRecipe: Sendable {
    /// A tree's habit.
    enum Foliage: CaseIterable, Sendable { case broadleaf, willow, conifer, bare }

    var foliage: Foliage
    /// Share of the bank's length with trees, above 1 for several rows.
    var treeDensity: Float
    var treeHeightMetres: Float
    /// Leaves in the light and in the shade.
    var sunlitLeaf: LinearColour
    var shadedLeaf: LinearColour
    /// A slope of grass or bare earth above the wall.
    var slopeHeightMetres: Float
    var slope: LinearColour
    /// A wall or stones along the water; 0 for none.
    var wallHeightMetres: Float
    var wall: LinearColour
    /// Share of the bank's length with houses.
    var houseDensity: Float
    var houseHeightMetres: Float
    /// Reeds along the water; 0 for none.
    var reedHeightMetres: Float
}

/// Sky and sun.
struct DaylightRecipe: Sendable {
    var horizon: LinearColour
    var zenith: LinearColour
    /// 0 clear, 1 closed clouds.
    var cloudiness: Float
    /// Light of the sky on a level surface.
    var ambient: LinearColour
    /// Light of the sun on a level surface; zero under clouds.
    var sun: LinearColour
    /// Where the sun stands: right, up, forward, of length 1.
    var sunDirection: SIMD3<Float>
    /// Factor on the light of the backdrop: front lit or against the light.
    var backdropLight: Float
    /// Strength of the veil that the sun's mirror image spreads in the lens.
    var veil: Float
}

/// The water itself.
struct WaterRecipe: Sendable {
    /// Name of the kind, for the index.
    var name: String
    /// Light that comes back out of it, per light that falls in.
    var body: LinearColour
    /// Contrast of clouds of silt and of the bed, and their size.
    var siltContrast: Float
    var siltMetres: Float
    /// A second colour that silt or weed on the bed mixes in.
    var silt: LinearColour
    /// Root mean square of the ripples' slope.
    var slopeRMS: Float
    /// Shortest and longest ripple.
    var shortestWave: Float
    var longestWave: Float
    /// Share of slopes that come from eddies carried along instead of waves.
    var turbulence: Float
    /// Surface speed, along X and Z.
    var currentX: Float
    var currentZ: Float
    /// How much of the slope that is too fine for a pixel still glitters from pixel to pixel.
    var glitter: Float
    /// How much calm and ruffled places differ, 0…1.
    var patchiness: Float
    /// Share of the water that is white, and of it in streaks along the current.
    var whitewater: Float
    /// Rings of raindrops per square metre.
    var rings: Float
}

/// What lies in shadow.
struct ShadowRecipe: Sendable {
    enum Shape: CaseIterable, Sendable { case none, bridge, trees, bank }

    var shape: Shape
    /// Direct light that is left in the shadow.
    var light: Float
    /// Place and width of a bridge's shadow, or reach of the bank's.
    var startMetres: Float
    var widthMetres: Float
    var skew: Float
}
