import PixelKernels

/// How many chroma pixels of a zone show what.
public struct SurfaceCounts: Hashable, Sendable {
    /// All chroma pixels of the zone.
    public var total = 0
    /// Pixels of floating vegetation.
    public var vegetation = 0
    /// Pixels of other floating matter.
    public var otherMatter = 0
    /// Pixels that can't be judged.
    public var unjudged = 0

    /// Pixels that could be judged.
    public var judged: Int { total - unjudged }
    /// Pixels of open water.
    public var openWater: Int { judged - vegetation - otherMatter }
}

extension Mask {
    /// Counts the classes within a zone.
    ///
    /// - Precondition: `zone` was made for the picture size of the mask.
    public borrowing func counts(in zone: borrowing Zone) -> SurfaceCounts {
        precondition(
            zone.chromaWidth == classes.width && zone.chromaHeight == classes.height,
            "the zone was made for another picture size")
        var counts = SurfaceCounts()
        counts.total = zone.pixelCount
        classes.withBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for run in zone.runs {
                let row = base + run.row * classes.stride + run.columns.lowerBound
                let found = countClasses(row, count: run.columns.count)
                counts.vegetation += found.ones
                counts.otherMatter += found.twos
                counts.unjudged += found.threes
            }
        }
        return counts
    }
}
