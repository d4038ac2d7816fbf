/// Draws cameras: their exposure, colours, optics, noise, and what the weather adds.
enum LookDraw {
    static func look(random: inout SplitMix64) -> LookRecipe {
        let isHazy = random.chance(0.2)
        return LookRecipe(
            meanSignal: random.uniform(0.3, 0.58),
            whiteBalance: LinearColour(random.uniform(0.88, 1.12), 1, random.uniform(0.88, 1.12)),
            saturation: random.pick(weighted: [
                0.6: random.uniform(0.8, 1.1), 0.22: random.uniform(0.4, 0.8),
                0.18: random.uniform(1.1, 1.4),
            ]),
            contrast: random.uniform(-0.15, 0.6),
            blackLevel: random.chance(0.3) ? random.uniform(0, 0.09) : 0,
            vignette: random.chance(0.4) ? random.uniform(0, 0.45) : 0,
            hazePerMetre: isHazy ? random.logUniform(0.002, 0.02) : 0.0004,
            haze: LinearColour(0.70, 0.73, 0.77) * random.uniform(0.6, 1.1),
            veil: random.chance(0.25) ? random.uniform(0, 0.3) : 0,
            noiseCodes: random.logUniform(0.4, 5), chromaNoiseCodes: random.logUniform(0.2, 1.6),
            blurPasses: random.pick(weighted: [0.45: 0, 0.35: 1, 0.14: 2, 0.06: 4]),
            sharpening: random.chance(0.5) ? random.uniform(0.2, 1.6) : 0,
            rainStreaks: random.chance(0.07) ? random.logUniform(40, 600) : 0,
            shakePixels: random.chance(0.4) ? random.uniform(0, 0.7) : 0,
            caption: caption(random: &random), jpegQuality: Int(random.uniform(30, 91)))
    }

    private static func caption(random: inout SplitMix64) -> String {
        guard random.chance(0.4) else { return "" }
        func two(_ low: Float, _ high: Float) -> String {
            let number = Int(random.uniform(low, high))
            return number < 10 ? "0\(number)" : "\(number)"
        }
        let year = Int(random.uniform(2009, 2027))
        return "\(year)-\(two(1, 13))-\(two(1, 29)) \(two(6, 20)):\(two(0, 60)):\(two(0, 60))"
    }
}
