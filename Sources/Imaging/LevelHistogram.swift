import PixelKernels

/// Counts one figure of the cells of a picture, in quarters of a code, to find its levels.
package struct LevelHistogram {
    /// Two counts for each bin, those of every second cell apart, and each with one more bin for what
    /// is not counted: neighbours mostly fall into one bin, and would wait for one another.
    private var counts = [Int32](repeating: 0, count: 2 * LevelHistogram.stride)
    private var bins: [Int16] = []
    private var total = 0
    private let lowest: Float

    /// Whether nothing was counted.
    package var isEmpty: Bool { total == 0 }

    private static let binCount = 1024
    private static let stride = binCount + 1
    private static let binsPerCode: Float = 4

    /// Makes a histogram of figures from `lowest` to 256 codes above it.
    package init(lowest: Float) { self.lowest = lowest }

    package mutating func clear() {
        for index in counts.indices { counts[index] = 0 }
        total = 0
    }

    /// Counts the figures of a row of cells.
    ///
    /// - Parameters:
    ///   - values: `count` figures.
    ///   - share: Share of each cell that lies in the zone.
    ///   - shareMin: Only cells with a greater share are counted.
    ///   - count: Cells.
    package mutating func add(
        _ values: UnsafePointer<Float>, share: UnsafePointer<Float>, shareAbove shareMin: Float,
        count: Int
    ) {
        if bins.count < count { bins = Array(repeating: 0, count: count) }
        bins.withUnsafeMutableBufferPointer { bins in
            counts.withUnsafeMutableBufferPointer { counts in
                guard let bins = bins.baseAddress, let counts = counts.baseAddress else { return }
                levelBins(
                    values, share: share, shareAbove: shareMin, lowest: lowest,
                    binsPerUnit: Self.binsPerCode, binCount: Self.binCount, count: count,
                    into: bins)
                let others = counts + Self.stride
                let last = Self.binCount
                let before = counts[last] &+ others[last]
                var index = 0
                while index &+ 1 < count {
                    counts[Int(bins[index])] &+= 1
                    others[Int(bins[index &+ 1])] &+= 1
                    index &+= 2
                }
                if index < count { counts[Int(bins[index])] &+= 1 }
                total += count - Int(counts[last] &+ others[last] &- before)
            }
        }
    }

    /// The middle of the bin below which a share of the figures lies.
    package func percentile(_ share: Double) -> Float {
        var seen = 0
        for bin in 0..<Self.binCount {
            seen += count(bin)
            if Double(seen) >= share * Double(total), seen > 0 { return middle(bin) }
        }
        return lowest
    }

    /// The level that parts high figures from low ones best: the middle between both means.
    ///
    /// The search starts at `start` and goes on until it stands (Ridler and Calvard, "Picture
    /// thresholding using an iterative selection method", IEEE Trans. SMC 8, 1978). It ends where
    /// one of the sides is all but empty.
    ///
    /// - Parameter range: Where the level is held.
    package func partingLevel(from start: Float, in range: ClosedRange<Float>) -> Float {
        var level = min(max(start, range.lowerBound), range.upperBound)
        for _ in 0..<8 {
            var high = (count: 0, sum: Float(0))
            var low = high
            for bin in 0..<Self.binCount {
                let (count, value) = (count(bin), middle(bin))
                guard count > 0 else { continue }
                if value > level {
                    high = (high.count + count, high.sum + Float(count) * value)
                } else {
                    low = (low.count + count, low.sum + Float(count) * value)
                }
            }
            guard high.count * 300 >= total, low.count * 50 >= total, high.count > 0, low.count > 0
            else { break }
            let next = (high.sum / Float(high.count) + low.sum / Float(low.count)) / 2
            let held = min(max(next, range.lowerBound), range.upperBound)
            if abs(held - level) < 1 / Self.binsPerCode { return held }
            level = held
        }
        return level
    }

    private func count(_ bin: Int) -> Int { Int(counts[bin] &+ counts[bin + Self.stride]) }

    private func middle(_ bin: Int) -> Float {
        lowest + (Float(bin) + 0.5) / Self.binsPerCode
    }
}
