import PixelKernels

/// Finds the stretches of a row of cells whose pixels are all of one class, whatever their colour.
///
/// They get that class without a look at the pixels. It is the class that a look would give: a
/// pixel's own green has no say where the cells around are all plants or all water, nor against
/// cells that are sure enough.
struct SettledStretches {
    /// What each stretch of the row shows; `nil` where the pixels decide.
    private(set) var surfaces: [SurfaceClass?] = []
    /// The ranges of logits over the rows whose cells a pixel is interpolated from.
    private var near = Ranges()
    /// Those over the rows that tell what plants and water look like here.
    private var wide = Ranges()

    /// Two steps of a pixel's logit: more than rounding takes.
    private static let margin = 2 / pixelLogitSteps
    /// Logit beyond which a pixel's own green can't decide against the cells.
    private static let sureLogit = MaskPainter.evidenceMax + margin

    /// Looks at a row of cells.
    mutating func find(row: Int, in logits: borrowing CellLogits) {
        near.gather(rows: row - 1...row + 1, of: logits)
        wide.gather(
            rows: row - MaskPainter.window / 2...row + MaskPainter.window / 2, of: logits)
        if surfaces.count != logits.stretchCount {
            surfaces = Array(repeating: nil, count: logits.stretchCount)
        }
        for stretch in surfaces.indices {
            let around = max(stretch - 1, 0)...min(stretch + 1, surfaces.count - 1)
            let (lowest, highest) = (near.lowest[stretch], near.highest[stretch])
            if lowest > Self.sureLogit || lowest > Self.margin && wide.isPlants(around) {
                surfaces[stretch] = .vegetation
            } else if highest < -Self.sureLogit || wide.isWater(around) {
                surfaces[stretch] = .openWater
            } else {
                surfaces[stretch] = nil
            }
        }
    }
}

/// The least and the greatest logit of each stretch over some rows.
private struct Ranges {
    private(set) var lowest: [Float] = []
    private(set) var highest: [Float] = []

    mutating func gather(rows: ClosedRange<Int>, of logits: borrowing CellLogits) {
        let count = logits.stretchCount
        if lowest.count != count {
            lowest = Array(repeating: 0, count: count)
            highest = lowest
        }
        for stretch in 0..<count {
            (lowest[stretch], highest[stretch]) = (.infinity, -.infinity)
        }
        for row in rows.clamped(to: 0...logits.corrected.height - 1) {
            logits.withRanges(ofRow: row) { low, high in
                lowest.withUnsafeMutableBufferPointer { lowest in
                    highest.withUnsafeMutableBufferPointer { highest in
                        for stretch in 0..<count {
                            lowest[stretch] =
                                low[stretch] < lowest[stretch] ? low[stretch] : lowest[stretch]
                            highest[stretch] =
                                high[stretch] > highest[stretch] ? high[stretch] : highest[stretch]
                        }
                    }
                }
            }
        }
    }

    /// Whether no cell of some stretches is water at all.
    func isPlants(_ stretches: ClosedRange<Int>) -> Bool {
        stretches.allSatisfy { lowest[$0] >= 0 }
    }

    /// Whether no cell of some stretches is vegetation at all.
    func isWater(_ stretches: ClosedRange<Int>) -> Bool {
        stretches.allSatisfy { highest[$0] <= 0 }
    }
}
