import PixelKernels

/// Counts one figure of the cells of a picture, in quarters of a code, to find its levels.
package struct LevelHistogram {
    private var counts = [Int32](repeating: 0, count: LevelHistogram.binCount)
    private var bins: [Int16] = []
    private var total = 0
    private let lowest: Float

    /// Whether nothing was counted.
    package var isEmpty: Bool { total == 0 }

    private static let binCount = 1024
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
                for index in 0..<count where Int(bins[index]) < Self.binCount {
                    counts[Int(bins[index])] &+= 1
                    total &+= 1
                }
            }
        }
    }

    /// The middle of the bin below which a share of the figures lies.
    package func percentile(_ share: Double) -> Float {
        var seen = 0
        for (bin, count) in counts.enumerated() {
            seen += Int(count)
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
            for (bin, count) in counts.enumerated() where count > 0 {
                let value = middle(bin)
                if value > level {
                    high = (high.count + Int(count), high.sum + Float(count) * value)
                } else {
                    low = (low.count + Int(count), low.sum + Float(count) * value)
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

    private func middle(_ bin: Int) -> Float {
        lowest + (Float(bin) + 0.5) / Self.binsPerCode
    }
}
