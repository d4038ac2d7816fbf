public import PixelKernels

extension Mask {
    /// Classifies the chroma pixels of some rows of a zone.
    ///
    /// - Parameters:
    ///   - rows: Chroma rows, all of one row of cells.
    ///   - zone: The water, made for the picture size of the mask.
    ///   - green: Excess green of each chroma pixel.
    ///   - limits: One row: above which byte of green a pixel of that column is vegetation.
    ///   - kernels: Which form of the loops to run.
    public mutating func classify(
        rows: Range<Int>, of zone: borrowing Zone, green: borrowing Plane,
        limits: borrowing Plane, kernels: KernelLevel = .fast
    ) {
        precondition(
            zone.chromaWidth == classes.width && zone.chromaHeight == classes.height
                && green.width == classes.width && green.height == classes.height
                && limits.width >= classes.width && limits.height >= 1,
            "zone, green and limits must fit the mask")
        let stride = (green: green.stride, classes: classes.stride)
        green.withBytes { green in
            limits.withBytes { limits in
                classes.withMutableBytes { classes in
                    guard let green = green.baseAddress, let limits = limits.baseAddress,
                        let classes = classes.baseAddress
                    else { return }
                    for index in zone.runIndices(inRows: rows) {
                        let run = zone.runs[index]
                        let start = run.columns.lowerBound
                        let greenRow = green + run.row * stride.green + start
                        let classRow = classes + run.row * stride.classes + start
                        switch kernels {
                        case .fast:
                            classifySurface(
                                greenRow, limits: limits + start, count: run.columns.count,
                                into: classRow)
                        case .scalar:
                            classifySurfaceScalar(
                                greenRow, limits: limits + start, count: run.columns.count,
                                into: classRow)
                        }
                    }
                }
            }
        }
    }
}
