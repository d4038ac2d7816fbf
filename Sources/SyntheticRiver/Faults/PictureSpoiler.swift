#if canImport(Glibc)
    import Glibc
#endif

/// Faults that happen before the sensor: light, air, lens, and what passes by.
struct PictureSpoiler {
    let fault: CameraFault
    let survey: SceneSurvey
    /// Samples since the fault began.
    let progress: Int
    private var random: SplitMix64

    private var width: Int { survey.ground.width }
    private var height: Int { survey.ground.height }

    init(fault: CameraFault, survey: SceneSurvey, seed: UInt64, progress: Int) {
        self.fault = fault
        self.survey = survey
        self.progress = progress
        random = SplitMix64(seed: seed, stream: "spoiler", number: fault.number)
    }

    /// Changes the light that reaches the sensor.
    mutating func spoil(_ picture: inout [LinearColour]) {
        switch fault {
        case .glare: addGlare(to: &picture)
        case .blur:
            let radius = max(2, Int(Float(width) * random.uniform(0.008, 0.02)))
            PictureBlur.blur(&picture, width: width, height: height, radius: radius)
        case .blocked: cover(&picture)
        case .infrared: lightByLamp(&picture)
        case .lensDrop: addDrops(to: &picture)
        case .occluder: passBoat(over: &picture)
        default: break
        }
    }

    /// Changes how the picture is exposed and what weather lies over it.
    mutating func adjust(_ darkroom: inout Darkroom) {
        switch fault {
        case .dark: darkroom.exposure *= random.logUniform(0.0002, 0.002)
        case .overexposed: darkroom.exposure *= random.uniform(9, 20)
        case .fog:
            darkroom.look.veil = random.uniform(0.86, 0.96)
            // The automatic exposure takes the bright air back to a middle grey.
            darkroom.exposure *= random.uniform(0.3, 0.5)
            darkroom.look.blurPasses += 2
        case .infrared:
            darkroom.look.saturation = 0
            darkroom.look.chromaNoiseCodes = 0
            darkroom.look.whiteBalance = .one
            darkroom.look.noiseCodes += 1.5
        case .rain:
            darkroom.look.rainStreaks = random.uniform(9_000, 16_000)
            darkroom.look.veil = random.uniform(0.2, 0.45)
            darkroom.exposure *= random.uniform(0.5, 0.7)
        default: break
        }
    }

    /// The middle of the water in the picture.
    private var waterCentre: SIMD2<Float> {
        var (sum, count) = (SIMD2<Float>.zero, Float(0))
        for index in stride(from: 0, to: width * height, by: 7) where survey.ground.isWater[index] {
            sum += SIMD2(Float(index % width), Float(index / width))
            count += 1
        }
        return sum / max(1, count)
    }

    private mutating func addGlare(to picture: inout [LinearColour]) {
        let centre = waterCentre
        let (reachX, reachY) = (
            Float(width) * random.uniform(0.28, 0.4), Float(height) * random.uniform(0.3, 0.5)
        )
        for y in 0..<height {
            for x in 0..<width {
                let offset = SIMD2((Float(x) - centre.x) / reachX, (Float(y) - centre.y) / reachY)
                let square = (offset * offset).sum()
                // Wet sparkle near the core, a veil over everything.
                picture[y * width + x] += LinearColour(14, 13.6, 12.6) * expf(-2.2 * square)
                picture[y * width + x] += LinearColour(grey: 0.12)
            }
        }
    }

    /// A hand, a nest, a leaf, paint: dark or pale, close and out of focus.
    private mutating func cover(_ picture: inout [LinearColour]) {
        let field = NoiseField(size: 64, persistence: 0.45, random: &random)
        let colour = random.pick([
            LinearColour(0.05, 0.04, 0.03), LinearColour(0.25, 0.2, 0.15),
            LinearColour(0.1, 0.14, 0.05), LinearColour(0.5, 0.5, 0.52),
        ])
        let edge = random.uniform(0.85, 1.15) * Float(width)
        for y in 0..<height {
            for x in 0..<width {
                let ripple = field.value(Float(x) * 20 / Float(width), Float(y) * 20 / Float(width))
                let inside = (edge - Float(x) + 0.08 * Float(width) * ripple) / (0.1 * Float(width))
                let index = y * width + x
                picture[index] = picture[index].mixed(
                    with: colour * (1 + 0.25 * ripple), share: max(0, min(1, inside)))
            }
        }
    }

    /// Near infrared: leaves bright, water black, light falling off (see ``InfraredLamp``).
    private func lightByLamp(_ picture: inout [LinearColour]) {
        let focal = Float(survey.recipe.camera.focalPixels)
        for y in 0..<height {
            let row = survey.ground.rows[y]
            let away = Float(min(row.z, Double(survey.recipe.shore.farMetres)))
            for x in 0..<width {
                let index = y * width + x
                let across = (Float(x) + 0.5 - Float(width) / 2) / focal
                let lamp = InfraredLamp.strength(
                    distance: away * (1 + across * across).squareRoot(), across: across,
                    down: Float(row.down))
                let day = picture[index]
                let leaves = InfraredLamp.leafiness(SIMD4(day, 1))
                let open = survey.ground.isWater[index] ? 1 - survey.vegetationShare[index] : 0
                let bright = InfraredLamp.brightness(day) * (0.6 + 2 * leaves) * lamp
                picture[index] = LinearColour(grey: 0.015 + bright * (1 - 0.92 * open))
            }
        }
    }

    /// Drops show the scene upside down and small, and blur what they do not hide.
    private mutating func addDrops(to picture: inout [LinearColour]) {
        let scene = picture
        var soft = picture
        PictureBlur.blur(&soft, width: width, height: height, radius: max(2, width / 60))
        picture = soft
        for _ in 0..<Int(random.uniform(16, 26)) {
            let centre = SIMD2(random.unit() * Float(width), random.unit() * Float(height))
            let radius = Float(width) * random.uniform(0.04, 0.12)
            for y in max(0, Int(centre.y - radius))..<min(height, Int(centre.y + radius)) {
                for x in max(0, Int(centre.x - radius))..<min(width, Int(centre.x + radius)) {
                    let offset = (SIMD2(Float(x), Float(y)) - centre) / radius
                    let square = (offset * offset).sum()
                    guard square < 1 else { continue }
                    let source = centre - offset * (radius * 3)
                    let column = max(0, min(width - 1, Int(source.x)))
                    let line = max(0, min(height - 1, Int(source.y)))
                    let rim = 1 - 0.6 * square * square
                    picture[y * width + x] =
                        (scene[line * width + column] * 0.5 + soft[y * width + x] * 0.5) * rim
                }
            }
        }
    }

    /// A barge that moves on from sample to sample.
    private mutating func passBoat(over picture: inout [LinearColour]) {
        let centre = waterCentre
        let length = Float(width) * random.uniform(0.5, 0.75)
        let depth = Float(height) * random.uniform(0.18, 0.3)
        let hull = LinearColour(
            random.uniform(0.04, 0.3), random.uniform(0.04, 0.15), random.uniform(0.04, 0.3))
        let x0 = centre.x - length * (0.7 - 0.07 * Float(progress))
        for y in 0..<height {
            for x in 0..<width {
                let along = (Float(x) - x0) / length
                let up = (centre.y + depth * 0.5 - Float(y)) / depth
                guard along > 0, along < 1, up > 0 else { continue }
                let bow = min(1, 8 * along * (1 - along) + 0.4)
                let isCabin = along > 0.62 && along < 0.86 && up < 1.5
                guard up < bow * 0.95 || isCabin else { continue }
                let isPane = isCabin && up > 1.1 && Int(along * 60) % 3 != 0
                let tone: LinearColour =
                    isPane
                    ? LinearColour(grey: 0.05)
                    : isCabin && up > 0.9 ? LinearColour(grey: 0.55) : hull * (0.6 + 0.5 * up)
                picture[y * width + x] = tone
            }
        }
    }
}
