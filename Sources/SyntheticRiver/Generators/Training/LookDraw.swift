/// Draws cameras: their exposure, colours, optics, noise, and what the weather adds.
enum LookDraw {
    static func look(style: SceneStyle, random: inout SplitMix64) -> LookRecipe {
        let isHazy = random.chance(0.2)
        let isStreamed = random.chance(0.35)
        return LookRecipe(
            meanSignal: style == .plain
                ? random.uniform(0.36, 0.66) : random.uniform(0.3, 0.68),
            whiteBalance: LinearColour(random.uniform(0.9, 1.14), 1, random.uniform(0.9, 1.18)),
            saturation: random.pick(weighted: [
                0.55: random.uniform(0.85, 1.12), 0.14: random.uniform(0.4, 0.85),
                0.27: random.uniform(1.12, 1.4),
            ]),
            contrast: random.uniform(-0.15, 0.6),
            blackLevel: random.chance(0.3) ? random.uniform(0, 0.09) : 0,
            vignette: random.chance(0.4) ? random.uniform(0, 0.45) : 0,
            hazePerMetre: isHazy ? random.logUniform(0.002, 0.02) : 0.0004,
            haze: LinearColour(0.70, 0.73, 0.77) * random.uniform(0.6, 1.1),
            veil: random.chance(0.16) ? random.uniform(0, 0.28) : 0,
            noiseCodes: random.logUniform(0.8, 7), chromaNoiseCodes: random.logUniform(0.2, 1.6),
            blurPasses: random.pick(weighted: [0.6: 0, 0.28: 1, 0.09: 2, 0.03: 4]),
            sharpening: random.chance(0.7) ? random.uniform(0.2, 4) : 0,
            rainStreaks: random.chance(0.07) ? random.logUniform(40, 600) : 0,
            shakePixels: random.chance(0.4) ? random.uniform(0, 0.7) : 0,
            caption: caption(random: &random),
            streamQuality: isStreamed ? Int(random.uniform(20, 37)) : nil,
            jpegQuality: isStreamed
                ? 95 : Int(random.chance(0.2) ? random.uniform(35, 82) : random.uniform(82, 98)))
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
