/// Draws the colours of floating matter: in the light, and where it is old or dry.
enum MatPalette {
    static func colours(
        of kind: MatRecipe.Kind, random: inout SplitMix64
    ) -> (fresh: LinearColour, old: LinearColour) {
        let yellow = random.colour(green: 0.2...0.5, red: 0.95...1.25, blue: 0.12...0.5)
        let brown = random.colour(green: 0.06...0.2, red: 1.0...1.4, blue: 0.4...0.75)
        switch kind {
        case .duckweed, .fronds:
            let fresh = random.colour(green: 0.12...0.5, red: 0.42...0.98, blue: 0.03...0.45)
            return (fresh, random.chance(0.6) ? yellow : brown)
        case .hyacinth:
            let fresh = random.colour(green: 0.08...0.42, red: 0.22...0.9, blue: 0.03...0.6)
            return (fresh, random.chance(0.5) ? yellow : brown)
        case .scattered:
            let fresh = random.colour(green: 0.08...0.45, red: 0.35...1.0, blue: 0.05...0.55)
            return (fresh, yellow)
        case .scum:
            let fresh = random.colour(green: 0.03...0.14, red: 0.75...1.08, blue: 0.35...0.85)
            return (fresh, brown)
        case .senescent:
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
}
