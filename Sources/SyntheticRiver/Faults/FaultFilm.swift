public import Imaging
public import Vocabulary

/// Draws the frames of a clip with a fault one after the other, and says what is true of them.
public struct FaultFilm: ~Copyable {
    /// What the film shows.
    public let plan: FaultPlan
    /// The water as an operator outlined it before the fault.
    public let zone: ZoneOutline

    private let good: SceneSurvey
    private let faulty: SceneSurvey
    private let shift: PicturePoint
    private var water: MovingWater
    private var darkroom: Darkroom
    private var picture: [LinearColour]
    private var random: SplitMix64

    /// Sets up the scene of a plan.
    public init(_ plan: FaultPlan) {
        self.plan = plan
        let recipe = CanalGenerator.recipe(seed: plan.seed, width: plan.width, height: plan.height)
        let stillRandom = SplitMix64(seed: plan.seed, stream: "fault scene")
        random = stillRandom
        good = SceneSurvey(recipe, fronds: nil, random: &random)
        random = SplitMix64(seed: plan.seed, stream: "fault", number: plan.fault.number)
        (faulty, shift) = Self.faultySurvey(plan, good: good, random: &random, still: stillRandom)
        var waves = SplitMix64(seed: plan.seed, stream: "fault waves")
        water = MovingWater(recipe, random: &waves)
        picture = Array(repeating: .zero, count: plan.width * plan.height)
        water.draw(good, seconds: 0, into: &picture)
        darkroom = Darkroom(look: recipe.look, exposedFor: picture, random: &waves)
        let shore = recipe.shore
        zone = Banks(
            farMetres: Double(shore.farMetres), farSkew: Double(shore.farSkew),
            nearMetres: Double(shore.nearMetres), nearSkew: Double(shore.nearSkew)
        ).outline(seenBy: recipe.camera)
    }

    /// What a moved or turned camera sees instead.
    private static func faultySurvey(
        _ plan: FaultPlan, good: SceneSurvey, random: inout SplitMix64, still: SplitMix64
    ) -> (SceneSurvey, PicturePoint) {
        var recipe = good.recipe
        var scenery = still
        let focal = recipe.camera.focalPixels
        let pixels: Double
        switch plan.fault {
        case .movedSmall:
            let share = Double(random.uniform(0.003, 0.008)) * (random.chance(0.5) ? 1 : -1)
            pixels = share * Double(plan.width)
        case .movedLarge: pixels = Double(random.uniform(0.06, 0.14)) * Double(plan.width)
        case .sceneChanged:
            scenery = SplitMix64(seed: plan.seed ^ 0x5CE0_E5, stream: "another place")
            recipe = CanalGenerator.recipe(
                seed: plan.seed &+ 977, width: plan.width, height: plan.height)
            recipe.camera.tiltDegrees += 9
            recipe.shore.farSkew = -0.7
            recipe.shore.nearMetres = 3
            return (SceneSurvey(recipe, fronds: nil, random: &scenery), PicturePoint(x: 0, y: 0))
        default: return (good, PicturePoint(x: 0, y: 0))
        }
        // Turning down moves the picture up.
        recipe.camera.tiltDegrees -= atanDegrees(pixels / focal)
        let survey = SceneSurvey(recipe, fronds: nil, random: &scenery)
        return (survey, PicturePoint(x: 0, y: pixels))
    }

    /// Draws every frame in order.
    ///
    /// - Parameter show: Is lent each frame; the first of each `framesPerSample` should become a
    ///   keyframe.
    /// - Returns: What is true of the keyframes.
    public mutating func play<Failure: Error>(
        _ show: (borrowing Frame) throws(Failure) -> Void
    ) throws(Failure) -> FaultTruth {
        var frame = Frame(width: plan.width, height: plan.height)
        var keyframes: [FaultTruth.Keyframe] = []
        for sample in 0..<plan.goodSamples + plan.faultySamples {
            let isGood = sample < plan.goodSamples
            // The automatic exposure is never quite the same twice.
            darkroom.exposure = 1 + 0.03 * random.normal()
            for part in 0..<plan.framesPerSample {
                if !isFrozen(sample: sample, part: part) {
                    draw(sample: sample, part: part, isGood: isGood, into: &frame)
                }
                try show(frame)
            }
            keyframes.append(truth(ofSample: sample, isGood: isGood))
        }
        return FaultTruth(
            fault: plan.fault, seed: plan.seed, start: FaultPlan.start, every: plan.every,
            shift: shift, keyframes: keyframes)
    }

    /// Whether the camera shows its last picture again: a frozen one does from its last good
    /// keyframe on.
    private func isFrozen(sample: Int, part: Int) -> Bool {
        plan.fault == .frozen && (sample, part) > (plan.goodSamples - 1, 0)
    }

    private mutating func draw(sample: Int, part: Int, isGood: Bool, into frame: inout Frame) {
        let seconds = Float(sample) * 61.7 + Float(part) / Float(FaultPlan.framesPerSecond)
        water.draw(isGood ? good : faulty, seconds: seconds, into: &picture)
        guard !isGood else {
            return darkroom.develop(&picture, ground: good.ground, random: &random, into: &frame)
        }
        var spoiler = PictureSpoiler(
            fault: plan.fault, survey: faulty, seed: plan.seed, progress: sample - plan.goodSamples)
        spoiler.spoil(&picture)
        let usual = darkroom
        spoiler.adjust(&darkroom)
        darkroom.develop(&picture, ground: faulty.ground, random: &random, into: &frame)
        darkroom = usual
        FrameSpoiler.spoil(&frame, by: plan.fault, random: &random)
    }

    private func truth(ofSample sample: Int, isGood: Bool) -> FaultTruth.Keyframe {
        let coverage = (isGood ? good : faulty).coverage()
        return FaultTruth.Keyframe(
            index: sample, time: FaultPlan.start + plan.every.duration * sample, isGood: isGood,
            expected: isGood ? [.accept] : plan.fault.expected,
            coverageImage: (coverage.image * 1e6).rounded() / 1e6,
            coverageGround: (coverage.ground * 1e6).rounded() / 1e6)
    }
}
