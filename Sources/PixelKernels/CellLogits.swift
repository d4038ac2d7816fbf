/// Logits of the mask's pixels are in steps of this part of 1.
public let pixelLogitSteps: Float = 32

/// Interpolates between two rows of cells.
///
/// A neighbour that holds no part of the zone has nothing to say: the cell itself stands in.
///
/// - Parameters:
///   - own: Logits of a row of cells.
///   - other: Those of the row above or below.
///   - otherShare: Share of each cell of the other row that lies in the zone.
///   - weight: Weight of the other row, 0…1.
///   - count: Cells.
///   - blended: `count` logits are written.
public func blendCellRows(
    _ own: UnsafePointer<Float>, _ other: UnsafePointer<Float>,
    otherShare: UnsafePointer<Float>, weight: Float, count: Int,
    into blended: UnsafeMutablePointer<Float>
) {
    for index in 0..<count {
        let neighbour = otherShare[index] > 0 ? other[index] : own[index]
        blended[index] = own[index] + weight * (neighbour - own[index])
    }
}

/// Interpolates a row of cells to chroma pixels, four to a cell.
///
/// - Parameters:
///   - cells: Logits; one before the first and one behind the last are read.
///   - share: Share of each cell that lies in the zone; cells without a share do not count.
///   - count: Cells.
///   - pixels: 4 × `count` logits are written, in steps of 1 / ``pixelLogitSteps``.
public func spreadCells(
    _ cells: UnsafePointer<Float>, share: UnsafePointer<Float>, count: Int,
    into pixels: UnsafeMutablePointer<Int16>
) {
    let (near, far): (Float, Float) = (0.125, 0.375)
    for cell in 0..<count {
        let own = cells[cell]
        let left = share[cell &- 1] > 0 ? cells[cell &- 1] - own : 0
        let right = share[cell &+ 1] > 0 ? cells[cell &+ 1] - own : 0
        let logits = SIMD4<Float>(
            own + far * left, own + near * left, own + near * right, own + far * right)
        for pixel in 0..<4 { pixels[4 &* cell &+ pixel] = pixelLogit(logits[pixel]) }
    }
}

/// A logit in steps of 1 / ``pixelLogitSteps``, held within ±16.
@inline(__always)
func pixelLogit(_ logit: Float) -> Int16 {
    let scaled = logit * pixelLogitSteps
    let held = scaled < -512 ? -512 : (scaled > 512 ? 512 : scaled)
    return Int16(held)
}
