/// Writes, for each chroma pixel of a row of cells, from which byte of green on it is vegetation.
///
/// A cell is textured when the mean activity of the 3 × 3 cells around it reaches a threshold.
/// Beyond the ends of the row the nearest cell counts again. In a cell without texture nothing is
/// vegetation: its limit is 255.
///
/// - Parameters:
///   - above: Activity sums of the cells above, `cells` of them.
///   - at: Those of the row itself.
///   - below: Those of the cells below.
///   - cells: Cells in a row, at least 1. Each is 4 chroma pixels wide.
///   - threshold: The sum over the nine cells from which the middle one is textured.
///   - greenLimit: The limit in textured cells.
///   - limits: 4 × `cells` bytes are written.
public func textureLimits(
    above: UnsafePointer<UInt16>, at: UnsafePointer<UInt16>, below: UnsafePointer<UInt16>,
    cells: Int, threshold: UInt32, greenLimit: UInt8, into limits: UnsafeMutablePointer<UInt8>
) {
    func column(_ index: Int) -> UInt32 {
        UInt32(above[index]) + UInt32(at[index]) + UInt32(below[index])
    }
    var left = column(0)
    var middle = left
    for cell in 0..<cells {
        let right = cell + 1 < cells ? column(cell + 1) : middle
        let limit = left + middle + right >= threshold ? greenLimit : 255
        for pixel in 4 * cell..<4 * cell + 4 { limits[pixel] = limit }
        left = middle
        middle = right
    }
}
