import Imaging

/// A scene of the generator that models are trained on: fractal noise, sine waves, a painted bank.
struct StillScene: LabelledScene {
    /// Pixels in a row.
    var width: Int { survey.ground.width }
    /// Rows.
    var height: Int { survey.ground.height }
    /// What is true of it.
    let truth: SceneTruth

    private let recipe: SceneRecipe
    private let survey: SceneSurvey
    private let caption: Caption
    private var random: SplitMix64
    private var water: MovingWater
    private let veil: GlareVeil?
    private var darkroom: Darkroom
    private var picture: [LinearColour]
    private var isIgnored: [Bool]
    private var seconds: Float = 0

    /// Draws up scene `number` of a seed.
    ///
    /// - Parameters:
    ///   - seed: The seed of a set of scenes.
    ///   - number: Which of them.
    ///   - fronds: Photographs that half of the plants are made of.
    /// - Returns: `nil` when the camera happens to see no water.
    init?(seed: UInt64, number: Int, fronds: FrondLibrary? = nil) {
        recipe = TrainingGenerator.recipe(seed: seed, number: number)
        random = SplitMix64(seed: seed, stream: "training picture", number: UInt64(number))
        survey = SceneSurvey(recipe, fronds: fronds, random: &random)
        let ground = survey.ground
        guard ground.waterPixelCount * 50 > ground.width * ground.height else { return nil }
        water = MovingWater(recipe, random: &random)
        picture = Array(repeating: .zero, count: ground.width * ground.height)
        water.draw(survey, seconds: 0, into: &picture)
        veil = GlareVeil(recipe)
        veil?.add(to: &picture)
        darkroom = Darkroom(look: recipe.look, exposedFor: picture, random: &random)
        caption = Caption(
            recipe.look.caption, width: ground.width, height: ground.height,
            atTop: random.chance(0.6))
        isIgnored = Array(repeating: false, count: picture.count)
        for pixel in caption.pixels { isIgnored[pixel.y * ground.width + pixel.x] = true }
        let coverage = survey.coverage()
        truth = SceneTruth(
            hasVegetation: recipe.mats.contains { $0.kind.isVegetation },
            coverageImage: coverage.image, coverageGround: coverage.ground,
            floating: recipe.mats.map(\.kind.rawValue), water: recipe.water.name,
            slopeRMS: Double(recipe.water.slopeRMS), isSunny: recipe.daylight.sun.y > 0,
            saturation: Double(recipe.look.saturation), streamQuality: recipe.look.streamQuality,
            jpegQuality: recipe.look.jpegQuality)
    }

    /// Draws the next picture of the burst, 0.2 to 0.6 s after the one before.
    mutating func drawNext(into frame: inout Frame) {
        water.draw(survey, seconds: seconds, into: &picture)
        veil?.add(to: &picture)
        if truth.isSunny { ignoreGlareCore() }
        shake()
        darkroom.develop(&picture, ground: survey.ground, random: &random, into: &frame)
        caption.write(on: &frame)
        seconds += random.uniform(0.2, 0.6)
    }

    /// The classes of the pictures drawn so far; what was burnt out in any of them is ignored.
    func mask() -> Plane { survey.mask(isIgnored: isIgnored) }

    /// Takes out the core of the sun's mirror image: blocks of which most is burnt out.
    ///
    /// Single sparkles stay water.
    private mutating func ignoreGlareCore() {
        let (width, height, side) = (survey.ground.width, survey.ground.height, 12)
        for top in stride(from: 0, to: height, by: side) {
            for left in stride(from: 0, to: width, by: side) {
                let rows = top..<min(height, top + side)
                let columns = left..<min(width, left + side)
                let pixels = rows.flatMap { y in columns.map { y * width + $0 } }
                let burnt = pixels.count {
                    survey.ground.isWater[$0] && darkroom.isBurntOut(picture[$0])
                }
                guard 5 * burnt > 3 * pixels.count else { continue }
                for pixel in pixels { isIgnored[pixel] = true }
            }
        }
    }

    /// Shifts the picture by part of a pixel, as wind shakes a mast.
    private mutating func shake() {
        guard recipe.look.shakePixels > 0, seconds > 0 else { return }
        let right = max(-1, min(1, recipe.look.shakePixels * random.normal()))
        let down = max(-1, min(1, recipe.look.shakePixels * random.normal()))
        picture = PictureShift.shifted(
            picture, width: survey.ground.width, height: survey.ground.height, right: right,
            down: down)
    }
}
