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
///   - cells: Logits; one before the first is read, and those behind the last that fill a vector.
///   - share: Share of each cell that lies in the zone; cells without a share do not count.
///   - count: Cells.
///   - pixels: 4 × `count` logits are written, in steps of 1 / ``pixelLogitSteps``; up to 28 more
///     fill the last vector.
public func spreadCells(
    _ cells: UnsafePointer<Float>, share: UnsafePointer<Float>, count: Int,
    into pixels: UnsafeMutablePointer<Int16>
) {
    var cell = 0
    while cell < count {
        let own = quantised(cells + cell)
        let left = present(quantised(cells + cell - 1), share + cell - 1, else: own) &- own
        let right = present(quantised(cells + cell + 1), share + cell + 1, else: own) &- own
        let three = SIMD8<Int16>(repeating: 3)
        // An eighth and three eighths of the way to the neighbour.
        let outer = interleaved(own &+ ((left &* three) &>> 3), own &+ (right &>> 3))
        let inner = interleaved(own &+ (left &>> 3), own &+ ((right &* three) &>> 3))
        var vector = SIMD32<Int16>()
        vector.evenHalf = outer
        vector.oddHalf = inner
        UnsafeMutableRawPointer(pixels + 4 &* cell).storeBytes(of: vector, as: SIMD32<Int16>.self)
        cell &+= 8
    }
}

/// The reference of ``spreadCells(_:share:count:into:)``.
public func spreadCellsScalar(
    _ cells: UnsafePointer<Float>, share: UnsafePointer<Float>, count: Int,
    into pixels: UnsafeMutablePointer<Int16>
) {
    func logit(_ cell: Int) -> Int { Int(pixelLogit(cells[cell])) }
    for cell in 0..<count {
        let own = logit(cell)
        let left = share[cell - 1] > 0 ? logit(cell - 1) - own : 0
        let right = share[cell + 1] > 0 ? logit(cell + 1) - own : 0
        let steps = [(left * 3) >> 3, left >> 3, right >> 3, (right * 3) >> 3]
        for (pixel, step) in steps.enumerated() { pixels[4 * cell + pixel] = Int16(own + step) }
    }
}

/// A logit in steps of 1 / ``pixelLogitSteps``, held within ±16.
@inline(__always)
func pixelLogit(_ logit: Float) -> Int16 {
    let scaled = logit * pixelLogitSteps
    let held = scaled < -512 ? -512 : (scaled > 512 ? 512 : scaled)
    return Int16(held)
}

/// Eight cells as ``pixelLogit(_:)`` gives them.
@inline(__always)
private func quantised(_ cells: UnsafePointer<Float>) -> SIMD8<Int16> {
    var logits = SIMD8<Int16>()
    for index in 0..<8 { logits[index] = pixelLogit(cells[index]) }
    return logits
}

@inline(__always)
private func present(
    _ logits: SIMD8<Int16>, _ share: UnsafePointer<Float>, else other: SIMD8<Int16>
) -> SIMD8<Int16> {
    var chosen = other
    for index in 0..<8 where share[index] > 0 { chosen[index] = logits[index] }
    return chosen
}

@inline(__always)
private func interleaved(_ even: SIMD8<Int16>, _ odd: SIMD8<Int16>) -> SIMD16<Int16> {
    var vector = SIMD16<Int16>()
    vector.evenHalf = even
    vector.oddHalf = odd
    return vector
}
