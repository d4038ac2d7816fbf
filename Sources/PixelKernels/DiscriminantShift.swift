/// How a scene's own plants and water part: a number for each cell, −1 where it looks as the water
/// does on average, 1 where it looks as the plants do.
public struct LinearDiscriminant: Sendable {
    /// What each measure is multiplied by.
    public var weights: InlineArray<5, Float>
    /// What is added then.
    public var offset: Float

    /// Makes a discriminant.
    public init(weights: InlineArray<5, Float>, offset: Float) {
        self.weights = weights
        self.offset = offset
    }
}

/// What a discriminant says of many cells.
public struct DiscriminantTally: Hashable, Sendable {
    /// Cells that are plants by now.
    public var plants: Float = 0
    /// Cells that look half like plants and half like water.
    public var ambiguous: Float = 0

    /// A tally of no cells.
    public init() {}
}

/// Moves the logits of a row of cells by what a discriminant says, and counts.
///
/// Cells of other matter keep their logit: the discriminant knows plants and water alone.
///
/// - Parameters:
///   - measures: What the cells look like.
///   - discriminant: How plants and water part.
///   - gain: By how much a cell is moved that looks as the plants do; at most one and a half times
///     as much.
///   - share: Share of each cell that lies in the zone; 0 behind the last cell, up to a full vector.
///   - other: 1 where other matter is likelier than water, else 0.
///   - count: Cells.
///   - logits: Logits above the model's threshold. They are changed, and up to a full vector behind
///     them.
///   - tally: The cells are counted here.
public func shiftLogits(
    by measures: SurfaceMeasures, _ discriminant: LinearDiscriminant, gain: Float,
    share: UnsafePointer<Float>, other: UnsafePointer<Float>, count: Int,
    in logits: UnsafeMutablePointer<Float>, counting tally: inout DiscriminantTally
) {
    let (zero, one) = (FloatVector.zero, FloatVector(repeating: 1))
    let (most, half) = (FloatVector(repeating: 1.5), FloatVector(repeating: 0.5))
    let gain = FloatVector(repeating: gain)
    let offset = FloatVector(repeating: discriminant.offset)
    var weights = InlineArray<5, FloatVector>(repeating: zero)
    for kind in weights.indices {
        weights[kind] = FloatVector(repeating: discriminant.weights[kind])
    }
    var (plants, ambiguous) = (zero, zero)
    var cell = 0
    while cell < count {
        let values = measures.load(cell)
        var score = offset
        for kind in 0..<5 { score.add(weights[kind], times: values[kind]) }
        let low = score.replacing(with: zero - most, where: score .< zero - most)
        let held = low.replacing(with: most, where: low .> most)
        let moved = gain * held * (one - FloatVector.load(other + cell))
        let logit = FloatVector.load(logits + cell) + moved
        logit.store(to: logits + cell)
        let present = one.replacing(with: zero, where: FloatVector.load(share + cell) .<= zero)
        plants += present.replacing(with: zero, where: logit .<= zero)
        ambiguous += present.replacing(with: zero, where: held * held .>= half * half)
        cell &+= FloatVector.scalarCount
    }
    tally.plants += plants.sum()
    tally.ambiguous += ambiguous.sum()
}

/// Adds a number to the logits of a row of cells.
public func addToLogits(
    _ number: Float, count: Int, in logits: UnsafeMutablePointer<Float>
) {
    for cell in 0..<count { logits[cell] += number }
}
