public import PixelKernels

/// Measures how much a picture differs from the one before, to tell a live camera from one that
/// sends a single picture again and again, encoded anew each time.
///
/// Means of 8 × 8 luma pixels are compared, of every fourth row of such cells. Memory is kept from
/// frame to frame.
public struct PictureChange: ~Copyable {
    private var sums: [UInt16] = []
    private var former: [UInt16] = []
    private var size = (width: 0, height: 0)
    private var hasFormer = false

    private static let rowStep = 32

    /// Makes a meter that has seen nothing.
    public init() {}

    /// Forgets the frame before, because the next one is of another source.
    public mutating func reset() { hasFormer = false }

    /// Looks at a frame.
    ///
    /// - Returns: The mean |change| of the cells in native codes; `nil` for the first frame and
    ///   after a change of size.
    public mutating func measure(
        _ frame: borrowing Frame, kernels: KernelLevel = .fast
    ) -> Double? {
        let columns = frame.width / lumaCellSize
        let bands = max(0, (frame.height - lumaCellSize) / Self.rowStep + 1)
        guard columns > 0, frame.height >= lumaCellSize else { return nil }
        swap(&sums, &former)
        let canCompare = hasFormer && size == (frame.width, frame.height)
        size = (frame.width, frame.height)
        if sums.count != columns * bands { sums = Array(repeating: 0, count: columns * bands) }
        for band in 0..<bands {
            sumCells(of: frame, line: band * Self.rowStep, at: band * columns, columns, kernels)
        }
        hasFormer = true
        guard canCompare, former.count == sums.count else { return nil }
        return meanDifference()
    }

    /// Sums the cells of eight lines.
    private mutating func sumCells(
        of frame: borrowing Frame, line: Int, at first: Int, _ count: Int, _ kernels: KernelLevel
    ) {
        let stride = frame.luma.stride
        frame.luma.withBytes { luma in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let luma = luma.baseAddress, let sums = sums.baseAddress else { return }
                let (row, target) = (luma + line * stride, sums + first)
                switch kernels {
                case .fast: lumaCellSums(row, stride: stride, count: count, into: target)
                case .scalar: lumaCellSumsScalar(row, stride: stride, count: count, into: target)
                }
            }
        }
    }

    private borrowing func meanDifference() -> Double {
        var total = 0
        for index in sums.indices { total += abs(Int(sums[index]) - Int(former[index])) }
        return Double(total) / Double(sums.count * lumaCellSize * lumaCellSize)
    }
}
