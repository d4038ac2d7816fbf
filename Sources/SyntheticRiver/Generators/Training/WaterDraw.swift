/// Draws waters: clear, brown, grey, green and pale; calm, rippled, flowing and white.
enum WaterDraw {
    static func water(style: SceneStyle, random: inout SplitMix64) -> WaterRecipe {
        let (name, body) = kind(style: style, random: &random)
        let calm = random.pick(weighted: [
            0.3: random.logUniform(0.0015, 0.012), 0.32: random.logUniform(0.012, 0.045),
            0.38: random.logUniform(0.045, 0.18),
        ])
        let isFlood = name == "flood"
        let isWeedy = name == "clear" && random.chance(0.3)
        let isStill = name == "green" || name == "pale"
        return WaterRecipe(
            name: name, body: body,
            siltContrast: isStill
                ? random.uniform(0, 0.08) : random.uniform(0, isFlood ? 0.4 : 0.25),
            siltMetres: random.logUniform(0.4, 8),
            silt: isWeedy
                ? random.colour(green: 0.03...0.08, red: 0.5...0.9, blue: 0.2...0.5)
                : body * random.uniform(0.75, 1.35),
            slopeRMS: isFlood ? max(calm, 0.03) : calm,
            shortestWave: random.logUniform(0.06, 0.25), longestWave: random.logUniform(0.6, 3.5),
            turbulence: isFlood ? random.uniform(0.4, 0.9) : random.pick([0, 0.2, 0.5]),
            currentX: random.normal() * (isFlood ? 1.2 : 0.25),
            currentZ: random.normal() * (isFlood ? 0.6 : 0.1),
            glitter: random.uniform(0.4, 2),
            patchiness: random.chance(0.5) ? random.uniform(0.2, 0.95) : 0,
            whitewater: random.chance(isFlood ? 0.4 : 0.07) ? random.logUniform(0.003, 0.25) : 0,
            rings: random.chance(0.06) ? random.logUniform(0.3, 6) : 0)
    }

    private static func kind(
        style: SceneStyle, random: inout SplitMix64
    ) -> (String, LinearColour) {
        let strength = random.uniform(0.7, 1.35)
        let (name, body): (String, LinearColour) = random.pick(weighted: [
            0.26: ("clear", random.colour(green: 0.006...0.04, red: 0.6...1.1, blue: 0.5...1)),
            0.16: ("brown", random.colour(green: 0.05...0.22, red: 1.1...1.5, blue: 0.4...0.75)),
            0.2: ("grey", random.colour(green: 0.05...0.3, red: 0.88...1.05, blue: 0.75...1.02)),
            0.16: ("green", greenBody(style: style, random: &random)),
            0.12: ("pale", random.colour(green: 0.15...0.4, red: 0.75...1.02, blue: 0.45...0.85)),
            0.1: ("flood", random.colour(green: 0.1...0.3, red: 1.05...1.45, blue: 0.4...0.8)),
        ])
        return (name, body * strength)
    }

    /// The colour of water full of algae: pale, as olive and as deep as plants, or bright.
    private static func greenBody(
        style: SceneStyle, random: inout SplitMix64
    ) -> LinearColour {
        let isPale: Bool
        switch style {
        case .plain, .varied: isPale = true
        case .smooth: isPale = random.chance(0.6)
        case .vivid:
            if random.chance(0.5) {
                return random.colour(green: 0.2...0.5, red: 0.6...0.95, blue: 0.2...0.55)
            }
            isPale = random.chance(0.5)
        }
        return isPale
            ? random.colour(green: 0.06...0.22, red: 0.55...1.0, blue: 0.12...0.6)
            : random.colour(green: 0.15...0.45, red: 0.75...1.15, blue: 0.015...0.22)
    }
}
