/// Multiplies two rows of numbers.
public func multiplyCells(
    _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, count: Int,
    into products: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { products[index] = first[index] * second[index] }
}

/// Writes green −(Cb + Cr) and activity, horizontal + vertical difference, of a row of cells.
///
/// - Parameters:
///   - blue: Mean Cb.
///   - red: Mean Cr.
///   - across: Mean |horizontal difference| of luma.
///   - down: Mean |vertical difference| of luma.
///   - count: Cells.
///   - green: `count` numbers are written.
///   - activity: `count` numbers are written.
public func cellGreenAndActivity(
    blue: UnsafePointer<Float>, red: UnsafePointer<Float>, across: UnsafePointer<Float>,
    down: UnsafePointer<Float>, count: Int, green: UnsafeMutablePointer<Float>,
    activity: UnsafeMutablePointer<Float>
) {
    for index in 0..<count { green[index] = 0 - blue[index] - red[index] }
    for index in 0..<count { activity[index] = across[index] + down[index] }
}

/// Writes what the sums over neighbours are taken of: a row of cells times their weights.
///
/// - Parameters:
///   - weight: Share of each cell that lies in the zone.
///   - luma: Mean luma.
///   - blue: Mean Cb.
///   - red: Mean Cr.
///   - across: Mean |horizontal difference| of luma.
///   - down: Mean |vertical difference| of luma.
///   - count: Cells.
///   - green: Weight · −(Cb + Cr) is written.
///   - greenSquares: Weight · (Cb + Cr)² is written.
///   - lumaSquares: Weight · luma² is written.
///   - activity: Weight · (across + down) is written.
///   - contrast: Weight · (across + down) / (luma + 16) is written.
public func weightCells(
    weight: UnsafePointer<Float>, luma: UnsafePointer<Float>, blue: UnsafePointer<Float>,
    red: UnsafePointer<Float>, across: UnsafePointer<Float>, down: UnsafePointer<Float>,
    count: Int, green: UnsafeMutablePointer<Float>, greenSquares: UnsafeMutablePointer<Float>,
    lumaSquares: UnsafeMutablePointer<Float>, activity: UnsafeMutablePointer<Float>,
    contrast: UnsafeMutablePointer<Float>
) {
    for index in 0..<count {
        let cellGreen = 0 - blue[index] - red[index]
        green[index] = weight[index] * cellGreen
        greenSquares[index] = weight[index] * cellGreen * cellGreen
    }
    for index in 0..<count {
        lumaSquares[index] = weight[index] * luma[index] * luma[index]
    }
    for index in 0..<count {
        let weighted = weight[index] * (across[index] + down[index])
        activity[index] = weighted
        contrast[index] = weighted / (luma[index] + 16)
    }
}
