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
    while start &+ detailStretch <= pairs {
        var sums = StretchSums()
        for half in 0..<2 {
            let at = start &+ 32 &* half
            sums.add(
                ByteVector(row + at), right: ByteVector(row + at + 1), below: ByteVector(below + at)
            )
        }
        let across = Int(truncatingIfNeeded: sums.across.wrappedSum())
        tally.stepSum &+= across
        tally.squareSum &+= Int(sums.squares.wrappedSum())
        tally.edgeSum &+= Int(truncatingIfNeeded: sums.edges.wrappedSum())
        tally.edgePairs &+= detailStretch / codingBlockSize
        tally.addStretch(across: across, down: Int(truncatingIfNeeded: sums.down.wrappedSum()))
        start &+= detailStretch
    }
    tally.pairs &+= start
    addDetailScalar(row + start, below: below + start, count: count &- start, tally: &tally)
}

/// Sums over a stretch.
private struct StretchSums {
    var across = OctetSums.zero
    var down = OctetSums.zero
    var edges = OctetSums.zero
    var squares = SIMD8<UInt32>.zero

    @inline(__always)
    mutating func add(_ pixels: ByteVector, right: ByteVector, below: ByteVector) {
        across &+= pixels.octetDifferences(from: right)
        down &+= pixels.octetDifferences(from: below)
        let steps = pixels.difference(from: right)
        squares &+= steps.squareSums
        // The right neighbour of each eighth column is in the next block.
        edges &+= steps.lastOfOctets
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
