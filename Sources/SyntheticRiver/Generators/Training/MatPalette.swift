/// Draws the colours of floating matter: in the light, and where it is old or dry.
enum MatPalette {
    static func colours(
        of kind: MatRecipe.Kind, style: SceneStyle, random: inout SplitMix64
    ) -> (fresh: LinearColour, old: LinearColour) {
        let yellow = random.colour(green: 0.2...0.5, red: 0.95...1.25, blue: 0.12...0.5)
        let brown = random.colour(green: 0.06...0.2, red: 1.0...1.4, blue: 0.4...0.75)
        switch kind {
        case .duckweed, .fronds:
            let fresh = leaf(
                style: style, plain: (0.12...0.5, 0.48...0.92, 0.03...0.26),
                varied: (0.12...0.5, 0.42...0.98, 0.03...0.45), random: &random)
            return (fresh, random.chance(0.6) ? yellow : brown)
        case .hyacinth:
            let fresh = leaf(
                style: style, plain: (0.1...0.4, 0.38...0.82, 0.03...0.26),
                varied: (0.08...0.42, 0.22...0.9, 0.03...0.6), random: &random)
            return (fresh, random.chance(0.5) ? yellow : brown)
        case .scattered:
            let fresh = leaf(
                style: style, plain: (0.08...0.45, 0.48...0.98, 0.04...0.36),
                varied: (0.08...0.45, 0.35...1.0, 0.05...0.55), random: &random)
            return (fresh, yellow)
        case .scum:
            let fresh = random.colour(green: 0.03...0.14, red: 0.75...1.08, blue: 0.35...0.85)
            return (fresh, brown)
        case .senescent:
            if style == .plain {
                let fresh = random.colour(green: 0.14...0.5, red: 0.98...1.3, blue: 0.08...0.5)
                return (fresh, random.chance(0.5) ? brown : fresh * LinearColour(0.8, 1, 0.9))
            }
            // Yellow; or dried out, all but white.
            let fresh =
                random.chance(0.65)
                ? random.colour(green: 0.14...0.6, red: 0.98...1.55, blue: 0.08...0.6)
                : random.colour(green: 0.35...0.8, red: 1.0...1.2, blue: 0.6...0.98)
            return (fresh, random.chance(0.5) ? brown : fresh * LinearColour(0.8, 1, 0.9))
        case .litter:
            let fresh = random.colour(green: 0.06...0.24, red: 1.45...2.5, blue: 0.25...0.7)
            return (fresh, fresh * LinearColour(0.6, 0.7, 0.9))
        case .foam:
            let fresh = random.colour(green: 0.4...0.8, red: 0.98...1.1, blue: 0.8...1)
            return (fresh, fresh * 0.7)
        case .debris:
            let wood = random.colour(green: 0.05...0.2, red: 1.1...1.4, blue: 0.5...0.8)
            let plastic = LinearColour(
                random.uniform(0.1, 0.8), random.uniform(0.1, 0.8), random.uniform(0.1, 0.8))
            let white = LinearColour(grey: random.uniform(0.5, 0.9))
            return (random.pick([wood, wood, white, plastic]), random.pick([wood, white]))
        }
    }

    /// Ranges of a leaf's green, and of its red and blue as shares of the green.
    private typealias Leaf = (ClosedRange<Float>, ClosedRange<Float>, ClosedRange<Float>)

    private static func leaf(
        style: SceneStyle, plain: Leaf, varied: Leaf, random: inout SplitMix64
    ) -> LinearColour {
        let full: Leaf = (0.18...0.55, 0.35...0.75, 0.01...0.08)
        let bluish: Leaf = (0.1...0.4, 0.3...0.7, 0.6...1.05)
        let (green, red, blue) =
            switch style {
            case .plain: plain
            case .varied, .smooth: varied
            case .vivid: random.pick([full, full, bluish])
            }
        return random.colour(green: green, red: red, blue: blue)
    }
}
