/// Draws what floats: nothing in half of the scenes, else one or two kinds of plants or litter.
enum MatDraw {
    static func mats(
        style: SceneStyle, view: TrainingGenerator.View, random: inout SplitMix64
    ) -> [MatRecipe] {
        var mats: [MatRecipe] = []
        if random.chance(0.57) {
            let first = plant(random: &random)
            mats.append(
                mat(
                    first, coverage: coverage(random: &random), style: style, view: view,
                    random: &random))
            if random.chance(0.25) {
                let second = random.chance(0.3) ? first : plant(random: &random)
                let share = random.logUniform(0.003, 0.2)
                mats.append(
                    mat(second, coverage: share, style: style, view: view, random: &random))
            }
        }
        if random.chance(0.28) {
            let kind = random.pick(weighted: [
                0.5: MatRecipe.Kind.litter, 0.25: .foam, 0.25: .debris,
            ])
            let share =
                kind == .debris ? random.logUniform(0.0005, 0.02) : random.logUniform(0.002, 0.5)
            mats.append(mat(kind, coverage: share, style: style, view: view, random: &random))
        }
        return mats
    }

    private static func plant(random: inout SplitMix64) -> MatRecipe.Kind {
        random.pick(weighted: [
            0.24: .duckweed, 0.1: .fronds, 0.32: .hyacinth, 0.1: .scattered,
            0.09: .scum, 0.15: .senescent,
        ])
    }

    private static func coverage(random: inout SplitMix64) -> Float {
        random.pick(weighted: [
            0.22: random.logUniform(0.003, 0.03), 0.28: random.logUniform(0.03, 0.2),
            0.28: random.uniform(0.2, 0.7), 0.15: random.uniform(0.7, 0.97),
            0.07: random.uniform(0.97, 1),
        ])
    }

    private static func mat(
        _ kind: MatRecipe.Kind, coverage: Float, style: SceneStyle, view: TrainingGenerator.View,
        random: inout SplitMix64
    ) -> MatRecipe {
        let isFine = kind == .scattered || kind == .scum || kind == .debris
        let patch =
            view.widthMetres
            * (isFine ? random.logUniform(0.01, 0.12) : random.logUniform(0.04, 0.9))
        let (colour, old) = MatPalette.colours(of: kind, style: style, random: &random)
        // The texture holds a leaf in 16 texels; much larger ones would come out blurred.
        let leaf = min(24 * view.pixelMetres, leafMetres(of: kind, view: view, random: &random))
        let isCoarse = kind == .hyacinth || kind == .litter
        // A film of duckweed lies flat: from afar it is as even as paint.
        let isFilm = style == .smooth && kind == .duckweed && random.chance(0.65)
        return MatRecipe(
            kind: kind, coverage: coverage, patchMetres: max(patch, 6 * view.pixelMetres),
            stretch: random.chance(0.4) ? random.uniform(1.5, 5) : 1,
            heading: random.chance(0.6) ? random.normal() * 0.3 : random.uniform(0, 3.14),
            ruggedness: isFine ? random.uniform(0.2, 0.9) : random.uniform(0, 0.7),
            nearPull: random.chance(0.3) ? random.uniform(-0.5, 2) : 0,
            farPull: random.chance(0.3) ? random.uniform(-0.5, 2) : 0,
            colour: colour, oldColour: old,
            oldShare: random.chance(0.5) ? random.uniform(0, 0.5) : random.uniform(0, 0.12),
            leafMetres: leaf,
            leafContrast: leafContrast(
                of: kind, isCoarse: isCoarse, isFilm: isFilm, style: style, random: &random),
            relief: relief(of: kind, isFilm: isFilm, style: style, random: &random),
            isUpright: isUpright(kind, random: &random),
            swellContrast: random.uniform(0.02, 0.18),
            gaps: isCoarse ? random.uniform(0.05, 0.5) : random.uniform(0, 0.14),
            gapsShowWater: !isCoarse, shine: random.logUniform(0.005, 0.08),
            softness: random.uniform(0, 0.6), glare: random.chance(0.25) ? random.unit() : 0)
    }

    private static func leafContrast(
        of kind: MatRecipe.Kind, isCoarse: Bool, isFilm: Bool, style: SceneStyle,
        random: inout SplitMix64
    ) -> Float {
        if isFilm { return random.uniform(0.05, 0.4) }
        return isCoarse
            ? random.uniform(1, style == .plain ? 2.8 : 3.4) : random.uniform(0.3, 1.8)
    }

    private static func isUpright(_ kind: MatRecipe.Kind, random: inout SplitMix64) -> Bool {
        switch kind {
        case .hyacinth: random.chance(0.85)
        case .senescent, .scattered, .scum: random.chance(0.5)
        case .duckweed, .fronds, .litter, .foam, .debris: false
        }
    }

    private static func relief(
        of kind: MatRecipe.Kind, isFilm: Bool, style: SceneStyle, random: inout SplitMix64
    ) -> Float {
        switch kind {
        case .duckweed:
            isFilm ? random.logUniform(0.004, 0.05) : random.logUniform(0.03, 0.45)
        case .hyacinth:
            style == .plain ? random.uniform(0.25, 0.85) : random.uniform(0.35, 1.3)
        case .litter: random.uniform(0.25, 0.85)
        case .senescent, .scattered: random.uniform(0.12, 0.7)
        case .fronds, .scum, .foam, .debris: random.uniform(0.05, 0.35)
        }
    }

    private static func leafMetres(
        of kind: MatRecipe.Kind, view: TrainingGenerator.View, random: inout SplitMix64
    ) -> Float {
        // Clumps of tall plants are as large as a camera still resolves, wherever it stands.
        let isTall = kind == .hyacinth || kind == .senescent || kind == .scattered
        if isTall, random.chance(0.75) { return view.pixelMetres * random.logUniform(1.5, 14) }
        return switch kind {
        case .duckweed: random.logUniform(0.004, 0.02)
        case .fronds: random.logUniform(0.01, 0.06)
        case .hyacinth: random.logUniform(0.06, 0.28)
        case .scattered: random.logUniform(0.01, 0.1)
        case .scum: random.logUniform(0.01, 0.08)
        case .senescent: random.logUniform(0.008, 0.1)
        case .litter: random.logUniform(0.05, 0.18)
        case .foam: random.logUniform(0.01, 0.05)
        case .debris: random.logUniform(0.03, 0.3)
        }
    }
}
