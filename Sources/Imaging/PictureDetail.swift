public import PixelKernels

/// How much detail a whole picture has, and whether compression or lost data made some of it.
///
/// All figures are in native codes and come from every eighth row, or every sixteenth from 720 on.
public struct PictureDetail: Hashable, Sendable {
    /// Root of the mean squared difference of horizontal neighbours.
    public var gradient: Double
    /// Mean |difference| across the edges of 8-pixel coding blocks over that everywhere else.
    ///
    /// About 1 in a picture that is not, or gently, compressed.
    public var blockiness: Double
    /// Mean |difference| across those edges.
    public var edgeStep: Double
    /// Standard deviation of the means of stretches of 64 pixels: contrast at large.
    public var contrast: Double
    /// Mean luma.
    public var meanLuma: Double
    /// Share of stretches that repeat downwards what changes along the row, as decoders fill in
    /// for lost data.
    public var smearedShare: Double
    /// Share of stretches without any content: one luma throughout and the grey of an empty
    /// decoder's memory, or the green of a zeroed one.
    public var emptyShare: Double

    /// Makes detail from its figures.
    public init(
        gradient: Double, blockiness: Double, edgeStep: Double, contrast: Double,
        meanLuma: Double, smearedShare: Double, emptyShare: Double
    ) {
        self.gradient = gradient
        self.blockiness = blockiness
        self.edgeStep = edgeStep
        self.contrast = contrast
        self.meanLuma = meanLuma
        self.smearedShare = smearedShare
        self.emptyShare = emptyShare
    }
}

extension Frame {
    /// Measures the detail of the whole picture.
    public borrowing func detail(kernels: KernelLevel = .fast) -> PictureDetail {
        var tally = DetailTally()
        var stretches = StretchTally()
        luma.withBytes { luma in
            blueDifference.withBytes { blue in
                redDifference.withBytes { red in
                    guard let base = luma.baseAddress, let blue = blue.baseAddress,
                        let red = red.baseAddress
                    else { return }
                    let rowStep = height < 720 ? 8 : 16
                    // The last row of a coding block: the next one is not of the same block, in
                    // which coding makes rows alike.
                    let first = codingBlockSize - 1
                    for y in Swift.stride(from: first, to: height - 1, by: rowStep) {
                        let row = base + y * self.luma.stride
                        let below = row + self.luma.stride
                        switch kernels {
                        case .fast: addDetail(row, below: below, count: width, tally: &tally)
                        case .scalar:
                            addDetailScalar(row, below: below, count: width, tally: &tally)
                        }
                        let chroma = y / 2 * blueDifference.stride
                        stretches.add(row, blue: blue + chroma, red: red + chroma, width: width)
                    }
                }
            }
        }
        return PictureDetail(tally, stretches)
    }
}

extension PictureDetail {
    fileprivate init(_ tally: DetailTally, _ stretches: StretchTally) {
        let pairs = Double(max(tally.pairs, 1))
        let inner =
            Double(tally.stepSum - tally.edgeSum)
            / Double(max(tally.pairs - tally.edgePairs, 1))
        let edge = Double(tally.edgeSum) / Double(max(tally.edgePairs, 1))
        self.init(
            gradient: (Double(tally.squareSum) / pairs).squareRoot(),
            // A quarter of a code keeps still, dark water from dividing by nothing.
            blockiness: (edge + 0.25) / (inner + 0.25), edgeStep: edge,
            contrast: stretches.deviation, meanLuma: stretches.mean,
            smearedShare: Double(tally.smearedStretches) / Double(max(tally.stretches, 1)),
            emptyShare: stretches.emptyShare)
    }
}

/// What the stretches of 64 pixels of some rows are like.
private struct StretchTally {
    private var count = 0
    private var empty = 0
    private var sum = 0.0
    private var squareSum = 0.0

    mutating func add(
        _ row: UnsafePointer<UInt8>, blue: UnsafePointer<UInt8>, red: UnsafePointer<UInt8>,
        width: Int
    ) {
        // A picture narrower than a stretch is one stretch.
        let length = min(detailStretch, width)
        guard length > 1 else { return }
        for start in stride(from: 0, through: width - length, by: length) {
            let mean = Double(byteSum(row + start, count: length)) / Double(length)
            count += 1
            sum += mean
            squareSum += mean * mean
            // What has content mostly shows it at its ends.
            guard row[start] == row[start + length - 1] else { continue }
            let (least, greatest) = byteRange(row + start, count: length)
            if greatest == least,
                Self.isEmpty(
                    luma: least, byteRange(blue + start / 2, count: length / 2),
                    byteRange(red + start / 2, count: length / 2))
            {
                empty += 1
            }
        }
    }

    private static func isEmpty(
        luma: UInt8, _ blue: (least: UInt8, greatest: UInt8),
        _ red: (least: UInt8, greatest: UInt8)
    ) -> Bool {
        let isGrey =
            (124...132).contains(luma) && blue.least >= 127 && blue.greatest <= 129
            && red.least >= 127 && red.greatest <= 129
        return isGrey || (blue.greatest <= 20 && red.greatest <= 20)
    }

    var mean: Double { count == 0 ? 0 : sum / Double(count) }
    var deviation: Double {
        count == 0 ? 0 : max(0, squareSum / Double(count) - mean * mean).squareRoot()
    }
    var emptyShare: Double { count == 0 ? 0 : Double(empty) / Double(count) }
}
