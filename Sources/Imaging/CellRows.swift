/// A block of rows of numbers, one number a cell: what is known of one row of cells.
///
/// Rows begin on a multiple of 8 numbers and end in room for a whole vector.
public struct CellRows: ~Copyable {
    /// Rows.
    public let rowCount: Int
    /// Numbers from one row to the next.
    public private(set) var stride = 0
    private var numbers: UnsafeMutableBufferPointer<Float> = .allocate(capacity: 0)

    /// Makes a block without cells.
    public init(rowCount: Int) { self.rowCount = rowCount }

    deinit { numbers.deallocate() }

    /// Makes room for rows of `count` numbers.
    ///
    /// New numbers are zero.
    public mutating func fit(_ count: Int) {
        let needed = (count + 7) / 8 * 8 + 8
        guard needed > stride else { return }
        stride = needed
        numbers.deallocate()
        numbers = .allocate(capacity: stride * rowCount)
        numbers.initialize(repeating: 0)
    }

    /// The number in column `column` of row `row`.
    public subscript(row: Int, column: Int) -> Float {
        precondition(
            row >= 0 && row < rowCount && column >= 0 && column < stride, "outside the block")
        return numbers[row * stride + column]
    }

    /// Lends all rows for reading: `rowCount` × `stride` numbers.
    public borrowing func withNumbers<Result, Failure: Error>(
        _ body: (UnsafePointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let start = numbers.baseAddress else { preconditionFailure("the block has no cells") }
        return try body(UnsafePointer(start))
    }

    /// Lends all rows for writing.
    public mutating func withMutableNumbers<Result, Failure: Error>(
        _ body: (UnsafeMutablePointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let start = numbers.baseAddress else { preconditionFailure("the block has no cells") }
        return try body(start)
    }
}
