import PixelKernels

/// How many square metres of a zone show what.
public struct SurfaceAreas: Hashable, Sendable {
    /// The whole zone.
    public let zoneSquareMetres: Double
    /// Water that could be judged.
    public let judgedSquareMetres: Double
    /// Judged water under floating vegetation.
    public let vegetationSquareMetres: Double
    /// Relative standard deviation, by the geometry alone, of the vegetation's area as scaled from
    /// the judged part to the whole zone.
    public let relativeSigma: Double
}

extension Mask {
    /// Adds up the areas of the classes within a zone.
    ///
    /// - Precondition: `areas` were made for the picture size of the mask.
    public borrowing func areas(in areas: ZoneAreas) -> SurfaceAreas {
        let size = Frame.chromaSize(width: areas.width, height: areas.height)
        precondition(
            size.width == classes.width && size.height == classes.height,
            "the areas were made for another picture size")
        var vegetation = SIMD16<Double>.zero
        var judged = SIMD16<Double>.zero
        classes.withBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            for strip in areas.strips {
                let row = base + strip.row * classes.stride + strip.columns.lowerBound
                let count = strip.columns.count
                let plants = countBytes(
                    row, count: count, equalTo: SurfaceClass.vegetation.rawValue)
                let unjudged = countBytes(
                    row, count: count, equalTo: SurfaceClass.unjudged.rawValue)
                vegetation[strip.band] += Double(plants) * strip.squareMetresPerPixel
                judged[strip.band] += Double(count - unjudged) * strip.squareMetresPerPixel
            }
        }
        return SurfaceAreas(
            zoneSquareMetres: areas.squareMetres, judgedSquareMetres: judged.sum(),
            vegetationSquareMetres: vegetation.sum(),
            relativeSigma: areas.relativeSigma(covered: vegetation, judged: judged))
    }
}
