/// Columns of a stretch of a row that ``addDetail(_:below:count:tally:)`` judges as one.
public let detailStretch = 64

/// Side of the blocks in which JPEG, MPEG and H.264 code a picture.
public let codingBlockSize = 8

/// How much luma changes from pixel to pixel, summed over some rows of a picture.
public struct DetailTally: Hashable, Sendable {
    /// Pairs of horizontal neighbours.
    public var pairs = 0
    /// Sum of |difference| over the pairs.
    public var stepSum = 0
    /// Sum of difference² over the pairs.
    public var squareSum = 0
    /// Pairs that lie on either side of a coding block's edge.
    public var edgePairs = 0
    /// Sum of |difference| over those.
    public var edgeSum = 0
    /// Stretches of ``detailStretch`` columns.
    public var stretches = 0
    /// Stretches with detail along the row that the row below repeats.
    public var smearedStretches = 0

    /// Makes an empty tally.
    public init() {}

    /// Sum of |difference| over a stretch from which it has detail along the row.
    static let detailMin = detailStretch / 2
    /// A stretch is smeared when it changes this many times less downwards than along the row.
    ///
    /// A smear that has been encoded anew does not repeat exactly. Of good pictures, 1 % of the
    /// stretches at most are so.
    static let smearRatio = 24

    /// Adds the sums of a whole stretch.
    @inline(__always)
    mutating func addStretch(across: Int, down: Int) {
        stretches += 1
        if across >= Self.detailMin, down * Self.smearRatio <= across { smearedStretches += 1 }
    }
}

/// Adds a row of luma to a tally.
///
/// - Parameters:
///   - row: `count` bytes; the first begins a coding block.
///   - below: The `count` bytes of the next row.
///   - count: Bytes in a row.
///   - tally: What the row is added to.
public func addDetail(
    _ row: UnsafePointer<UInt8>, below: UnsafePointer<UInt8>, count: Int, tally: inout DetailTally
) {
    let pairs = max(count &- 1, 0)
    var start = 0
    while start < pairs {
        let end = min(start &+ detailStretch, pairs)
        var across: UInt32 = 0
        var squares: UInt32 = 0
        var down: UInt32 = 0
        // Plain loops over bytes: the compiler makes vectors of them.
        for column in start..<end {
            let pixel = Int16(truncatingIfNeeded: row[column])
            let step = abs(pixel &- Int16(truncatingIfNeeded: row[column &+ 1]))
            across &+= UInt32(truncatingIfNeeded: step)
            squares &+= UInt32(truncatingIfNeeded: step) &* UInt32(truncatingIfNeeded: step)
            let drop = abs(pixel &- Int16(truncatingIfNeeded: below[column]))
            down &+= UInt32(truncatingIfNeeded: drop)
        }
        tally.stepSum &+= Int(across)
        tally.squareSum &+= Int(squares)
        if end &- start == detailStretch { tally.addStretch(across: Int(across), down: Int(down)) }
        start = end
    }
    tally.pairs &+= pairs
    var column = codingBlockSize &- 1
    while column < pairs {
        tally.edgeSum &+= Int(abs(Int16(row[column]) &- Int16(row[column &+ 1])))
        tally.edgePairs &+= 1
        column &+= codingBlockSize
    }
}

/// The reference of ``addDetail(_:below:count:tally:)``.
public func addDetailScalar(
    _ row: UnsafePointer<UInt8>, below: UnsafePointer<UInt8>, count: Int, tally: inout DetailTally
) {
    var across = 0
    var down = 0
    for column in 0..<max(count - 1, 0) {
        let step = abs(Int(row[column]) - Int(row[column + 1]))
        tally.pairs += 1
        tally.stepSum += step
        tally.squareSum += step * step
        if (column + 1) % codingBlockSize == 0 {
            tally.edgePairs += 1
            tally.edgeSum += step
        }
        across += step
        down += abs(Int(row[column]) - Int(below[column]))
        if (column + 1) % detailStretch == 0 {
            tally.addStretch(across: across, down: down)
            (across, down) = (0, 0)
        }
    }
}
