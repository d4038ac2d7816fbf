import PixelKernels

/// Numbers of the cells of a picture of which sums over 3 × 3 or 9 × 9 neighbours are wanted.
///
/// Rows are added one by one from the top down, just before the sums around them are wanted: so few
/// are kept that they stay near the processor. Kept are the sums over each three rows; one of them
/// makes a sum over three rows, and three make one over nine. Memory is kept from frame to frame.
struct RowTriples: ~Copyable {
    /// The sums over rows y − 2, y − 1 and y, for the rows y that were added last.
    private var sums = CellPlane()
    /// The rows that were added last.
    private var latest = CellPlane()
    private var scratch: [Float] = []

    /// So many rows below a row must have been added before the sums over 9 × 9 around it are
    /// wanted.
    static let rowsBelow = 4
    /// So many rows may have been added at most.
    static let rowsBelowMax = 5
    private static let sumsKept = 10
    private static let rowsKept = 3

    init() {}

    /// Begins a picture; all rows above those that will be added are zero.
    mutating func reset(width: Int) {
        sums.fit(width: width, height: Self.sumsKept)
        latest.fit(width: width, height: Self.rowsKept)
        for row in 0..<Self.sumsKept { sums.clear(row: row, outside: 0..<0) }
        for row in 0..<Self.rowsKept { latest.clear(row: row, outside: 0..<0) }
        if scratch.count < width + 24 { scratch = Array(repeating: 0, count: width + 24) }
    }

    /// The first number of a row, to be written before the row is added.
    mutating func mutableRow(_ row: Int) -> UnsafeMutablePointer<Float> {
        latest.mutableRow(Self.place(row, of: Self.rowsKept))
    }

    /// Clears the numbers of a row that lie outside some columns, before the row is added.
    mutating func clear(row: Int, outside columns: Range<Int> = 0..<0) {
        latest.clear(row: Self.place(row, of: Self.rowsKept), outside: columns)
    }

    /// Adds a row that was written or cleared.
    mutating func add(row: Int) {
        let kept = Self.rowsKept
        addThreeRows(
            latest.row(Self.place(row - 2, of: kept)), latest.row(Self.place(row - 1, of: kept)),
            latest.row(Self.place(row, of: kept)), count: sums.width,
            into: sums.mutableRow(Self.place(row, of: Self.sumsKept)))
    }

    /// Adds a row of a plane that keeps all of them.
    mutating func add(row: Int, of plane: borrowing CellPlane) {
        addThreeRows(
            plane.row(row - 2), plane.row(row - 1), plane.row(row), count: sums.width,
            into: sums.mutableRow(Self.place(row, of: Self.sumsKept)))
    }

    /// Sums over the 3 × 3 neighbours of each cell of a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - columns: The cells.
    ///   - target: A sum for each cell is written, and up to 7 numbers behind them.
    borrowing func sumThree(
        row: Int, columns: Range<Int>, into target: UnsafeMutablePointer<Float>
    ) {
        sumThreeColumns(
            sums(endingAt: row + 1) + columns.lowerBound, count: columns.count, into: target)
    }

    /// Sums over the 9 × 9 neighbours of each cell of a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - columns: The cells.
    ///   - target: A sum for each cell is written, and up to 7 numbers behind them.
    mutating func sumNine(
        row: Int, columns: Range<Int>, into target: UnsafeMutablePointer<Float>
    ) {
        let first = columns.lowerBound
        let (upper, middle) = (sums(endingAt: row - 2) + first, sums(endingAt: row + 1) + first)
        let lower = sums(endingAt: row + 4) + first
        scratch.withUnsafeMutableBufferPointer { scratch in
            guard let scratch = scratch.baseAddress else { return }
            sumNineColumns(
                upper, middle, lower, count: columns.count, scratch: scratch, into: target)
        }
    }

    private borrowing func sums(endingAt row: Int) -> UnsafePointer<Float> {
        sums.row(Self.place(row, of: Self.sumsKept))
    }

    /// Where a row lies among those that are kept; the first row of a picture may be preceded by
    /// others.
    private static func place(_ row: Int, of kept: Int) -> Int { (row + 4 * kept) % kept }
}
