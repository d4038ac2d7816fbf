import PixelKernels

extension Frame {
    /// Adds a line of luma, and its steps from pixel to pixel, to the sums of its columns.
    borrowing func addLine(
        _ y: Int, luma columnLuma: inout [UInt16], steps columnSteps: inout [UInt16],
        _ kernels: KernelLevel
    ) {
        luma.withBytes { bytes in
            columnLuma.withUnsafeMutableBufferPointer { columnLuma in
                columnSteps.withUnsafeMutableBufferPointer { columnSteps in
                    guard let base = bytes.baseAddress, let columnLuma = columnLuma.baseAddress,
                        let columnSteps = columnSteps.baseAddress
                    else { return }
                    let row = base + y * luma.stride
                    switch kernels {
                    case .fast:
                        addToColumns(row, count: width, luma: columnLuma, steps: columnSteps)
                    case .scalar:
                        addToColumnsScalar(
                            row, count: width, luma: columnLuma, steps: columnSteps)
                    }
                }
            }
        }
    }
}
