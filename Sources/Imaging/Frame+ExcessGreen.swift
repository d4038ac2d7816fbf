public import PixelKernels

extension Frame {
    /// Writes the excess green of each chroma pixel of a zone, and counts every second row of it.
    ///
    /// The bytes in `green` are those of
    /// ``PixelKernels/excessGreen(luma:_:lumaWidth:blue:red:count:rule:into:)``. Pixels outside the
    /// zone keep their bytes. A zone of a single row is counted whole.
    ///
    /// - Parameters:
    ///   - zone: The water.
    ///   - rule: Weights and what counts as glare, in the frame's native codes.
    ///   - green: A plane of the size of the chroma planes.
    ///   - histogram: Cleared, then filled.
    ///   - kernels: Which form of the loops to run.
    /// - Precondition: `zone` and `green` fit this frame.
    public borrowing func writeExcessGreen(
        in zone: borrowing Zone, rule: ExcessGreenRule, into green: inout Plane,
        histogram: inout ByteHistogram, kernels: KernelLevel = .fast
    ) {
        requireSize(of: zone)
        precondition(
            green.width == blueDifference.width && green.height == blueDifference.height,
            "the plane for excess green has another size than the chroma planes")
        histogram.clear()
        let (greenStride, firstRow) = (green.stride, zone.bounds.rows.lowerBound)
        luma.withBytes { lumaBytes in
            blueDifference.withBytes { blueBytes in
                redDifference.withBytes { redBytes in
                    green.withMutableBytes { greenBytes in
                        guard let luma = lumaBytes.baseAddress, let blue = blueBytes.baseAddress,
                            let red = redBytes.baseAddress, let green = greenBytes.baseAddress
                        else { return }
                        for run in zone.runs {
                            let start = run.columns.lowerBound
                            let row = green + run.row * greenStride + start
                            writeRow(
                                run, luma: luma, blue: blue, red: red, rule: rule, into: row,
                                kernels: kernels)
                            if (run.row - firstRow).isMultiple(of: 2) {
                                histogram.add(row, count: run.columns.count, kernels: kernels)
                            }
                        }
                    }
                }
            }
        }
    }

    private borrowing func writeRow(
        _ run: ZoneRun, luma: UnsafePointer<UInt8>, blue: UnsafePointer<UInt8>,
        red: UnsafePointer<UInt8>, rule: ExcessGreenRule,
        into green: UnsafeMutablePointer<UInt8>, kernels: KernelLevel
    ) {
        let start = run.columns.lowerBound
        let upper = luma + 2 * run.row * self.luma.stride + 2 * start
        let lower = 2 * run.row + 1 < height ? upper + self.luma.stride : upper
        let chromaStart = run.row * blueDifference.stride + start
        let lumaWidth = min(2 * run.columns.upperBound, width) - 2 * start
        switch kernels {
        case .fast:
            excessGreen(
                luma: upper, lower, lumaWidth: lumaWidth, blue: blue + chromaStart,
                red: red + chromaStart, count: run.columns.count, rule: rule, into: green)
        case .scalar:
            excessGreenScalar(
                luma: upper, lower, lumaWidth: lumaWidth, blue: blue + chromaStart,
                red: red + chromaStart, count: run.columns.count, rule: rule, into: green)
        }
    }
}
