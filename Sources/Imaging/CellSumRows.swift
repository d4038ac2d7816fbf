/// Working memory for the sums over one row of cells, and the greatest luma of each.
struct CellSumRows: ~Copyable {
    static let rowCount = Kind.allCases.count
    private var sums: UnsafeMutableBufferPointer<UInt16> = .allocate(capacity: 0)
    private var stride = 0

    init() {}

    deinit { sums.deallocate() }

    /// Makes room for rows of `count` sums.
    mutating func fit(_ count: Int) {
        stride = count
        guard sums.count < count * Self.rowCount else { return }
        sums.deallocate()
        sums = .allocate(capacity: count * Self.rowCount)
        sums.initialize(repeating: 0)
    }

    /// The first sum of one of the rows.
    mutating func row(_ kind: Kind) -> UnsafeMutablePointer<UInt16> {
        guard let start = sums.baseAddress else { preconditionFailure("there are no cells") }
        return start + kind.rawValue * stride
    }

    /// Which sums a row holds.
    enum Kind: Int, CaseIterable {
        case luma, across, down, brightest, blue, red
    }
}
