import PixelKernels

/// One number for each cell of a picture, row-major, inside a margin of zeros.
///
/// The margin lets sums over neighbours run past the edge without a branch. Memory is kept when
/// the plane shrinks.
public struct CellPlane: ~Copyable {
    /// Cells in a row.
    public private(set) var width = 0
    /// Rows of cells.
    public private(set) var height = 0
    /// Numbers from one row to the next; a multiple of 16, so that rows are aligned to 64 bytes.
    public private(set) var stride = 0
    /// Rows that may hold other numbers than zero.
    private var writtenRows = 0..<0
    private var numbers = allocate(0)

    /// Rows and columns of zeros on every side.
    public static let margin = 16

    /// Makes a plane of no cells.
    public init() {}

    deinit { numbers.deallocate() }

    /// Gives the plane a size.
    ///
    /// Of a plane that had this size already, the numbers stay as they are; else all are zero.
    mutating func fit(width: Int, height: Int) {
        if width != self.width || height != self.height { reset(width: width, height: height) }
    }

    /// Gives the plane a size and clears it but for some rows, which shall be written whole.
    ///
    /// Only these rows may be written until the next time, and only inside the margin.
    mutating func reset(width: Int, height: Int, keepingRows rows: Range<Int>) {
        if width != self.width || height != self.height { reset(width: width, height: height) }
        for row in writtenRows where !rows.contains(row) {
            start(ofRow: row).update(repeating: 0, count: width)
        }
        writtenRows = rows
    }

    /// Clears the numbers of a row that lie outside some columns.
    mutating func clear(row: Int, outside columns: Range<Int>) {
        let numbers = start(ofRow: row)
        numbers.update(repeating: 0, count: columns.lowerBound)
        (numbers + columns.upperBound).update(repeating: 0, count: width - columns.upperBound)
    }

    /// Gives the plane a size.
    ///
    /// Every number is then zero.
    public mutating func reset(width: Int, height: Int) {
        precondition(width >= 0 && height >= 0, "a plane has no negative size")
        self.width = width
        self.height = height
        stride = (width + 15) / 16 * 16 + 2 * Self.margin
        let count = stride * (height + 2 * Self.margin)
        if numbers.count < count {
            numbers.deallocate()
            numbers = Self.allocate(count)
        } else {
            numbers.update(repeating: 0)
        }
        writtenRows = 0..<height
    }

    /// The number of the cell in column `x` of row `y`.
    public subscript(x: Int, y: Int) -> Float {
        get {
            precondition(x >= 0 && x < width && y >= 0 && y < height, "outside the plane")
            return numbers[index(x, y)]
        }
        set {
            precondition(x >= 0 && x < width && y >= 0 && y < height, "outside the plane")
            numbers[index(x, y)] = newValue
        }
    }

    /// The first number of a row; the margin lies before and behind it.
    ///
    /// Up to ``margin`` rows above and below the plane can be asked for.
    borrowing func row(_ y: Int) -> UnsafePointer<Float> {
        UnsafePointer(start(ofRow: y))
    }

    /// The first number of a row, for writing.
    mutating func mutableRow(_ y: Int) -> UnsafeMutablePointer<Float> { start(ofRow: y) }

    /// Zeros that begin on a cache line: vectors that lie across two are slow to read.
    private static func allocate(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: MemoryLayout<Float>.size * count, alignment: 64)
        let numbers = bytes.bindMemory(to: Float.self)
        numbers.initialize(repeating: 0)
        return numbers
    }

    private borrowing func start(ofRow y: Int) -> UnsafeMutablePointer<Float> {
        precondition(
            y >= -Self.margin && y < height + Self.margin, "the row is outside the margin")
        guard let start = numbers.baseAddress else { preconditionFailure("the plane has no cells") }
        return start + index(0, y)
    }

    private borrowing func index(_ x: Int, _ y: Int) -> Int {
        (y + Self.margin) * stride + Self.margin + x
    }
}
