public import PixelKernels

/// Measures how much a picture differs from the one before, to tell a live camera from one that
/// sends a single picture again and again, encoded anew each time.
///
/// Means of 8 × 8 luma pixels are compared, of every fourth row of such cells. Memory is kept from
/// frame to frame.
public struct PictureChange: ~Copyable {
    private var sums: [UInt16] = []
    private var former: [UInt16] = []
    private var columnLuma: [UInt16] = []
    private var columnSteps: [UInt16] = []
    private var size = (width: 0, height: 0)
    private var hasFormer = false

    private static let cell = 8
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
        let columns = frame.width / Self.cell
        let bands = max(0, (frame.height - Self.cell) / Self.rowStep + 1)
        guard columns > 0, frame.height >= Self.cell else { return nil }
        swap(&sums, &former)
        let canCompare = hasFormer && size == (frame.width, frame.height)
        size = (frame.width, frame.height)
        if sums.count != columns * bands { sums = Array(repeating: 0, count: columns * bands) }
        if columnLuma.count < frame.width {
            columnLuma = Array(repeating: 0, count: frame.width)
            columnSteps = columnLuma
        }
        for band in 0..<bands {
            for x in 0..<frame.width { (columnLuma[x], columnSteps[x]) = (0, 0) }
            for line in band * Self.rowStep..<band * Self.rowStep + Self.cell {
                frame.addLine(line, luma: &columnLuma, steps: &columnSteps, kernels)
            }
            for column in 0..<columns {
                var sum: UInt16 = 0
                for x in 0..<Self.cell { sum &+= columnLuma[column * Self.cell + x] }
                sums[band * columns + column] = sum
            }
        }
        hasFormer = true
        guard canCompare, former.count == sums.count else { return nil }
        return meanDifference()
    }

    private borrowing func meanDifference() -> Double {
        var total = 0
        for index in sums.indices { total += abs(Int(sums[index]) - Int(former[index])) }
        return Double(total) / Double(sums.count * Self.cell * Self.cell)
    }
}
