public import Imaging

/// Chooses from a zone's histogram of excess green where vegetation begins.
///
/// Light and white balance move the green of water from hour to hour, so a fixed threshold fails.
/// The search starts a fixed step above the greenness of the water, taken from the least green
/// tenth of the zone, and goes to the middle between the mean of what is greener and the mean of
/// what is not, again and again until it stands (Ridler and Calvard, "Picture thresholding using
/// an iterative selection method", IEEE Trans. SMC 8, 1978). It is held within a safe range.
///
/// The search cuts any zone in two, also one that is water or plants all over. So the two sides are
/// looked at in the end. When even the greener one is no greener than water can be, all is water.
/// When even the less green one is greener than water mostly is, and the cut does not part two
/// modes, plants are all over, with gaps at most. Two modes have most of their variance between them (Otsu, "A threshold
/// selection method from gray-level histograms", IEEE Trans. SMC 9, 1979).
public enum GreenThreshold {
    /// Excess green, in codes of full-range BT.601, below which nothing is vegetation.
    public static let lowest = 10.0
    /// Excess green above which everything with texture is vegetation.
    public static let highest = 24.0
    /// How much greener than water vegetation is at least, before the means are known.
    public static let stepAboveWater = 10.0
    /// Share of the zone that must be above the first threshold for the search to go on.
    public static let vegetationShareMin = 0.003
    /// Share of the zone that must be below the threshold to have a mean.
    public static let waterShareMin = 0.02
    /// Mean excess green of the less green side from which that side is plants too.
    public static let waterMeanMax = 13.5
    /// Share of the variance that lies between the sides of a cut which parts two modes.
    ///
    /// A normal distribution that is cut at its mean has 2/π = 0.64.
    public static let separabilityMin = 0.72
    /// Where vegetation begins in a zone that is plants all over, as a share of their median.
    public static let plantShareOfMedian = 0.6
    /// Mean excess green of the greener side up to which that side is water too.
    public static let plantMeanMin = 15.0

    /// The excess green above which a pixel is vegetation, in codes of full-range BT.601.
    ///
    /// - Parameter histogram: Bytes of excess green: 128 is none, 0 is glare and not counted.
    public static func threshold(of histogram: ByteHistogram) -> Double {
        let all = Moments(of: histogram, above: -.infinity)
        guard all.count > 0 else { return lowest }
        let water = percentile(0.1, of: histogram, count: all.count)
        var threshold = held(water + stepAboveWater)
        for _ in 0..<8 {
            let upper = Moments(of: histogram, above: threshold)
            let lower = Moments(count: all.count - upper.count, sum: all.sum - upper.sum)
            guard Double(upper.count) >= vegetationShareMin * Double(all.count),
                Double(lower.count) >= waterShareMin * Double(all.count)
            else { break }
            let next = held((upper.mean + lower.mean) / 2)
            let step = abs(next - threshold)
            threshold = next
            if step < 0.25 { break }
        }
        let upper = Moments(of: histogram, above: threshold)
        let lower = Moments(count: all.count - upper.count, sum: all.sum - upper.sum)
        if upper.count > 0, upper.mean < plantMeanMin { return highest }
        let isOneMode = separability(upper, lower, of: histogram, all) < separabilityMin
        if isOneMode, lower.count > 0, lower.mean > waterMeanMax {
            return held(plantShareOfMedian * percentile(0.5, of: histogram, count: all.count))
        }
        return threshold
    }

    /// Share of the variance that lies between the two sides of a cut, 0…1.
    private static func separability(
        _ upper: Moments, _ lower: Moments, of histogram: ByteHistogram, _ all: Moments
    ) -> Double {
        guard upper.count > 0, lower.count > 0 else { return 0 }
        var squares = 0.0
        for byte in UInt8(1)...255 {
            let difference = Double(byte) - 128 - all.mean
            squares += Double(histogram[byte]) * difference * difference
        }
        guard squares > 0 else { return 0 }
        let distance = upper.mean - lower.mean
        return Double(upper.count) * Double(lower.count) / Double(all.count)
            * distance * distance / squares
    }

    private static func held(_ threshold: Double) -> Double {
        min(max(threshold, lowest), highest)
    }

    private static func percentile(
        _ share: Double, of histogram: ByteHistogram, count: Int
    ) -> Double {
        var seen = 0
        for byte in UInt8(1)...255 {
            seen += histogram[byte]
            if Double(seen) >= share * Double(count) { return Double(byte) - 128 }
        }
        return 127
    }

    /// Count and sum of the excess green of the pixels above a level.
    private struct Moments {
        var count: Int
        var sum: Int

        init(count: Int, sum: Int) {
            self.count = count
            self.sum = sum
        }

        init(of histogram: ByteHistogram, above level: Double) {
            self.init(count: 0, sum: 0)
            for byte in UInt8(1)...255 where Double(byte) - 128 > level {
                count += histogram[byte]
                sum += histogram[byte] * (Int(byte) - 128)
            }
        }

        var mean: Double { Double(sum) / Double(count) }
    }
}
