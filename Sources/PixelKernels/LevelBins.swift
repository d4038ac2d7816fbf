/// Finds the bin of a histogram for each of a row of figures.
///
/// - Parameters:
///   - values: `count` figures.
///   - share: Share of each cell that lies in the zone.
///   - shareMin: Cells with no greater share get bin `binCount`, beyond the last.
///   - lowest: Where the first bin begins; what lies below falls into it.
///   - binsPerUnit: Bins for each unit of the figure.
///   - binCount: Bins; what lies above falls into the last.
///   - count: Cells.
///   - bins: `count` bins are written.
public func levelBins(
    _ values: UnsafePointer<Float>, share: UnsafePointer<Float>, shareAbove shareMin: Float,
    lowest: Float, binsPerUnit: Float, binCount: Int, count: Int,
    into bins: UnsafeMutablePointer<Int16>
) {
    let last = Float(binCount - 1)
    for index in 0..<count {
        let place = (values[index] - lowest) * binsPerUnit
        let held = place < 0 ? 0 : (place > last ? last : place)
        let bin = wholePart(held)
        bins[index] = integer(share[index] > shareMin ? bin : last + 1)
    }
}
