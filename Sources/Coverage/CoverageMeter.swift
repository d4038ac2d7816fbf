public import Imaging
public import Vocabulary

/// Turns a mask into figures: how much of the visible water is covered.
///
/// Where the geometry of the camera is known, each chroma pixel weighs as much as the water that it
/// shows, and the covered area is given in m². Elsewhere all pixels weigh the same.
public enum CoverageMeter {
    /// Measures one frame.
    ///
    /// Coverage is the vegetation's share of the pixels that could be judged; it is 0 when none
    /// could.
    ///
    /// - Parameters:
    ///   - mask: What each chroma pixel shows.
    ///   - zone: The water; made for the same picture size as the mask.
    ///   - areas: What the pixels of the zone weigh, where the geometry is known.
    ///   - model: The model that made the mask.
    public static func measure(
        _ mask: borrowing Mask, in zone: borrowing Zone, areas: ZoneAreas? = nil, model: String
    ) -> CoverageReading {
        if let areas { return measure(mask.areas(in: areas), model: model) }
        let counts = mask.counts(in: zone)
        let visibleShare = counts.total == 0 ? 0 : Double(counts.judged) / Double(counts.total)
        let coverage = counts.judged == 0 ? 0 : Double(counts.vegetation) / Double(counts.judged)
        return CoverageReading(
            coverage: coverage, visibleShare: visibleShare,
            sigmaLogit: sigmaLogit(coverage: coverage, visibleShare: visibleShare), frames: 1,
            model: model)
    }

    /// The figures of areas: all shares are of square metres.
    ///
    /// The covered area takes the part of the zone that can't be judged to be covered like the
    /// rest.
    private static func measure(_ areas: SurfaceAreas, model: String) -> CoverageReading {
        let zone = areas.zoneSquareMetres
        let visibleShare = zone > 0 ? areas.judgedSquareMetres / zone : 0
        let coverage =
            areas.judgedSquareMetres > 0
            ? areas.vegetationSquareMetres / areas.judgedSquareMetres : 0
        let sigmaLogit = sigmaLogit(coverage: coverage, visibleShare: visibleShare)
        let covered = coverage * zone
        let byGeometry = covered * areas.relativeSigma
        let byMeasurement = zone * sigma(coverage: coverage, sigmaLogit: sigmaLogit)
        return CoverageReading(
            coverage: coverage, visibleShare: visibleShare, areaSquareMetres: covered,
            areaSigmaSquareMetres: (byGeometry * byGeometry + byMeasurement * byMeasurement)
                .squareRoot(),
            sigmaLogit: sigmaLogit, frames: 1, model: model)
    }
}
