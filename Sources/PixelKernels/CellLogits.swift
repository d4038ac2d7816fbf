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

/// Writes logits in steps of 1 / ``pixelLogitSteps``, rounded towards 0 and held within ±16.
///
/// - Parameters:
///   - logits: `count` logits.
///   - count: Cells.
///   - steps: `count` numbers are written.
public func stepLogits(
    _ logits: UnsafePointer<Float>, count: Int, into steps: UnsafeMutablePointer<Int16>
) {
    for index in 0..<count {
        let scaled = logits[index] * pixelLogitSteps
        let held = scaled < -512 ? -512 : (scaled > 512 ? 512 : scaled)
        let whole = wholePart(abs(held))
        steps[index] = integer(held < 0 ? 0 - whole : whole)
    }
}

/// Marks the cells that hold a part of the zone.
///
/// - Parameters:
///   - share: Share of each cell that lies in the zone.
///   - count: Cells.
///   - marks: `count` numbers are written: -1, all bits set, where there is a share, else 0.
public func markPresent(
    _ share: UnsafePointer<Float>, count: Int, into marks: UnsafeMutablePointer<Int16>
) {
    for index in 0..<count { marks[index] = share[index] > 0 ? -1 : 0 }
}

/// Interpolates a row of cells to chroma pixels, four to a cell.
///
/// - Parameters:
///   - cells: Logits as ``stepLogits(_:count:into:)`` gives them; one before the first is read, and
///     those behind the last that fill a vector.
///   - present: Marks as ``markPresent(_:count:into:)`` gives them, likewise; other cells do not
///     count.
///   - count: Cells.
///   - pixels: 4 × `count` logits are written, in the same steps; up to 28 more fill the last
///     vector.
public func spreadCells(
    _ cells: UnsafePointer<Int16>, present: UnsafePointer<Int16>, count: Int,
    into pixels: UnsafeMutablePointer<Int16>
) {
    let (values, marks) = (UnsafeRawPointer(cells), UnsafeRawPointer(present))
    let three = SIMD8<Int16>(repeating: 3)
    var cell = 0
    while cell < count {
        func load(_ row: UnsafeRawPointer, _ place: Int) -> SIMD8<Int16> {
            row.loadUnaligned(fromByteOffset: 2 &* (cell &+ place), as: SIMD8<Int16>.self)
        }
        let own = load(values, 0)
        let left = (load(values, -1) &- own) & load(marks, -1)
        let right = (load(values, 1) &- own) & load(marks, 1)
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

/// The reference of ``stepLogits(_:count:into:)`` and ``spreadCells(_:present:count:into:)``.
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
private func pixelLogit(_ logit: Float) -> Int16 {
    let scaled = logit * pixelLogitSteps
    let held = scaled < -512 ? -512 : (scaled > 512 ? 512 : scaled)
    return Int16(held)
}

@inline(__always)
private func interleaved(_ even: SIMD8<Int16>, _ odd: SIMD8<Int16>) -> SIMD16<Int16> {
    var vector = SIMD16<Int16>()
    vector.evenHalf = even
    vector.oddHalf = odd
    return vector
}
