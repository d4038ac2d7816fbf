import PixelKernels

extension Mask {
    /// Copies the classes of a row of chroma pixels that lie in a zone; the others are unjudged.
    ///
    /// - Parameter start: Where in `source` the row begins.
    mutating func copyRow(
        _ row: Int, of zone: borrowing Zone, from source: [UInt8], startingAt start: Int
    ) {
        let (stride, width) = (classes.stride, classes.width)
        classes.withMutableBytes { bytes in
            source.withUnsafeBufferPointer { source in
                guard let bytes = bytes.baseAddress, let base = source.baseAddress else { return }
                let target = bytes + row * stride
                var end = 0
                for index in zone.runIndices(inRows: row..<row + 1) {
                    let columns = zone.runs[index].columns
                    (target + end).update(
                        repeating: SurfaceClass.unjudged.rawValue,
                        count: columns.lowerBound - end)
                    (target + columns.lowerBound).update(
                        from: base + start + columns.lowerBound, count: columns.count)
                    end = columns.upperBound
                }
                (target + end).update(
                    repeating: SurfaceClass.unjudged.rawValue, count: width - end)
            }
        }
    }

    /// Leaves some rows of chroma pixels unjudged.
    mutating func clear(rows: Range<Int>) {
        let stride = classes.stride
        classes.withMutableBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            (start + rows.lowerBound * stride).update(
                repeating: SurfaceClass.unjudged.rawValue, count: rows.count * stride)
        }
    }
}

extension SurfaceCells {
    /// Whether a cell of a row of the zone is brighter than a level.
    func hasLuma(above level: Float, row: Int) -> Bool {
        greatest(luma.row(row) + columns.lowerBound, count: columns.count) > level
    }
}

extension CellLogits {
    /// Whether a cell of a row is other matter.
    func hasOther(row: Int, columns: Range<Int>) -> Bool {
        greatest(other.row(row) + columns.lowerBound, count: columns.count) > 0
    }
}
