/// Writes 1 where the first number is greater, else 0.
public func markGreater(
    _ first: UnsafePointer<Float>, than second: UnsafePointer<Float>, count: Int,
    into marks: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { marks[index] = first[index] > second[index] ? 1 : 0 }
}

/// Corrects the logits of a row of cells as a camera wants it.
///
/// - Parameters:
///   - logits: Logits of vegetation.
///   - slope: What they are multiplied by.
///   - offset: What is added then.
///   - count: Cells.
///   - corrected: The corrected logits are written.
public func correctLogits(
    _ logits: UnsafePointer<Float>, slope: Float, offset: Float, count: Int,
    into corrected: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { corrected[index] = logits[index] * slope + offset }
}

/// Weighs each cell of a row as vegetation and as water.
///
/// A cell that is surely vegetation, or surely water, weighs as much as it lies in the zone; one
/// whose logit is 0 weighs nothing. Between −2 and 2 the certainty grows with the logit.
///
/// - Parameters:
///   - logits: Logits of vegetation, corrected.
///   - share: Share of each cell that lies in the zone.
///   - blue: Mean Cb.
///   - red: Mean Cr.
///   - count: Cells.
///   - plants: Weights as vegetation are written.
///   - plantGreen: Those times green, −(Cb + Cr).
///   - water: Weights as water are written.
///   - waterGreen: Those times green.
public func weighSurfaces(
    logits: UnsafePointer<Float>, share: UnsafePointer<Float>, blue: UnsafePointer<Float>,
    red: UnsafePointer<Float>, count: Int, plants: UnsafeMutablePointer<Float>,
    plantGreen: UnsafeMutablePointer<Float>, water: UnsafeMutablePointer<Float>,
    waterGreen: UnsafeMutablePointer<Float>
) {
    for index in 0..<count {
        let half = logits[index] * 0.5
        let above = half > 1 ? 1 : (half < 0 ? 0 : half)
        let below = half < -1 ? 1 : (half > 0 ? 0 : 0 - half)
        plants[index] = share[index] * above
        water[index] = share[index] * below
    }
    for index in 0..<count {
        let green = 0 - blue[index] - red[index]
        plantGreen[index] = plants[index] * green
        waterGreen[index] = water[index] * green
    }
}

/// Finds for a row of cells the green that parts vegetation from water, and how sharply.
///
/// - Parameters:
///   - plants: Sum of the weights of vegetation around each cell.
///   - plantGreen: Sum of those times green.
///   - water: Sum of the weights of water around each cell.
///   - waterGreen: Sum of those times green.
///   - weightMin: What both sums of weights must reach.
///   - differenceMin: By how much vegetation must be greener.
///   - fullEvidence: Evidence, in steps of a pixel's logit, of a pixel as green as the plants.
///   - count: Cells.
///   - middle: The middle between both greens is written.
///   - gain: Evidence for each code above it is written; 0 where there is no edge to be found.
public func findGreenEdge(
    plants: UnsafePointer<Float>, plantGreen: UnsafePointer<Float>, water: UnsafePointer<Float>,
    waterGreen: UnsafePointer<Float>, weightMin: Float, differenceMin: Float, fullEvidence: Float,
    count: Int, middle: UnsafeMutablePointer<Int16>, gain: UnsafeMutablePointer<Int16>
) {
    for index in 0..<count {
        let plant = plantGreen[index] / (plants[index] + 1e-6)
        let open = waterGreen[index] / (water[index] + 1e-6)
        let difference = plant - open
        // Factors: a condition of three parts would be branches.
        let hasPlants: Float = plants[index] > weightMin ? 1 : 0
        let hasWater: Float = water[index] > weightMin ? 1 : 0
        let edge = hasPlants * hasWater * (difference > differenceMin ? 1 : 0)
        let centre = (plant + open) * 0.5
        let held = centre > 127 ? 127 : (centre < -127 ? -127 : centre)
        // Rounded down: adding the smallest code keeps it above zero.
        middle[index] = integer(edge * (wholePart(held + 128.5) - 128))
        let wide = difference > 1 ? difference : 1
        gain[index] = integer(edge * wholePart(2 * fullEvidence / wide + 0.5))
    }
}

/// Repeats each number of a row of cells for its four chroma pixels.
public func repeatForPixels(
    _ cells: UnsafePointer<Int16>, count: Int, into pixels: UnsafeMutablePointer<Int16>
) {
    for cell in 0..<count {
        UnsafeMutableRawPointer(pixels + 4 &* cell).storeBytes(
            of: SIMD4<Int16>(repeating: cells[cell]), as: SIMD4<Int16>.self)
    }
}
