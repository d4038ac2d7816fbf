extension Mask {
    /// Copies the classes of a row of chroma pixels that lie in a zone.
    mutating func copyRow(_ row: Int, of zone: borrowing Zone, from source: [UInt8]) {
        let stride = classes.stride
        classes.withMutableBytes { bytes in
            source.withUnsafeBufferPointer { source in
                guard let target = bytes.baseAddress, let source = source.baseAddress else {
                    return
                }
                for index in zone.runIndices(inRows: row..<row + 1) {
                    let columns = zone.runs[index].columns
                    (target + row * stride + columns.lowerBound).update(
                        from: source + columns.lowerBound, count: columns.count)
                }
            }
        }
    }
}

extension SurfaceCells {
    /// Whether a cell of a row of the zone is brighter than a level.
    func hasLuma(above level: Float, row: Int) -> Bool {
        let values = luma.row(row)
        return columns.contains { values[$0] > level }
    }
}

extension CellLogits {
    /// Whether a cell of a row is other matter.
    func hasOther(row: Int, columns: Range<Int>) -> Bool {
        let marks = other.row(row)
        return columns.contains { marks[$0] > 0 }
    }
}
