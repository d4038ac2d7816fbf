public import Vocabulary

/// How many square metres of water each chroma pixel of a zone shows.
///
/// The area changes slowly along a row, so each run of the zone is cut into strips whose pixels
/// count alike. Make the areas once for each zone and geometry and keep them.
public struct ZoneAreas: Sendable {
    /// Width of the picture in luma pixels.
    public let width: Int
    /// Height of the picture in luma pixels.
    public let height: Int
    /// Square metres of the whole zone.
    public let squareMetres: Double
    /// Relative standard deviation of ``squareMetres`` by the geometry alone.
    public let relativeSigma: Double

    /// The strips, from the top down and from left to right.
    let strips: [AreaStrip]
    /// Square metres of each band of rows.
    let bands: SIMD16<Double>
    /// For each number that was measured: by what part of itself each band's area changes when the
    /// number is a standard deviation higher.
    let sensitivities: [SIMD16<Double>]

    /// Weighs the pixels of a zone.
    ///
    /// - Parameters:
    ///   - zone: The water in the picture.
    ///   - geometry: How the camera sees the water.
    ///   - shift: Chroma pixels by which the zone was moved, where the camera has turned a little.
    /// - Throws: ``GeometryError`` when the geometry is wrong, or can't measure this zone.
    public init(
        of zone: borrowing Zone, seenBy geometry: ViewGeometry, shift: (x: Int, y: Int) = (0, 0)
    ) throws(GeometryError) {
        let view = try WaterView(
            geometry, width: zone.width, height: zone.height, shift: (2 * shift.x, 2 * shift.y))
        for run in zone.runs {
            try view.check(AreaStrip.centre(of: run.columns.lowerBound, row: run.row))
            try view.check(AreaStrip.centre(of: run.columns.upperBound - 1, row: run.row))
        }
        let bounds = zone.bounds.rows
        let strips = zone.runs.flatMap { run in
            AreaStrip.strips(
                of: run, band: (run.row - bounds.lowerBound) * AreaStrip.bandCount / bounds.count,
                homography: view.homography)
        }
        let bands = strips.reduce(into: SIMD16<Double>.zero) { bands, strip in
            bands[strip.band] += strip.squareMetres
        }
        self.strips = strips
        self.bands = bands
        width = zone.width
        height = zone.height
        squareMetres = bands.sum()
        sensitivities = try view.sensitivities(of: strips, bands: bands)
        let share = bands / bands.sum()
        relativeSigma = sensitivities.reduce(0.0) { sum, change in
            let part = (change * share).sum()
            return sum + part * part
        }.squareRoot()
        try view.check(relativeSigma: relativeSigma)
    }

    /// Relative standard deviation, by the geometry alone, of a covered area that was scaled from
    /// the judged part of the zone to the whole.
    ///
    /// ln(covered · total / judged) to first order, summed over the numbers that were measured. An
    /// error that all bands share stays; one that only the unseen part has falls away.
    func relativeSigma(covered: SIMD16<Double>, judged: SIMD16<Double>) -> Double {
        let (coveredSum, judgedSum) = (covered.sum(), judged.sum())
        guard coveredSum > 0, judgedSum > 0 else { return 0 }
        let weight = covered / coveredSum - judged / judgedSum + bands / squareMetres
        var variance = 0.0
        for change in sensitivities {
            let part = (change * weight).sum()
            variance += part * part
        }
        return variance.squareRoot()
    }
}

/// Neighbouring chroma pixels of one row that show nearly the same area each.
struct AreaStrip: Sendable {
    /// Bands into which the rows of a zone are divided.
    static let bandCount = SIMD16<Double>.scalarCount
    /// Pixels of a strip may differ in area by this factor.
    private static let spread = 1.04
    /// Strips start and end at steps of so many pixels, which the counting loop takes at once.
    private static let step = 32

    /// The chroma row.
    let row: Int
    /// The chroma columns.
    let columns: Range<Int>
    /// The band of rows to which it belongs.
    let band: Int
    /// Mean area of one of its chroma pixels.
    let squareMetresPerPixel: Double

    var squareMetres: Double { squareMetresPerPixel * Double(columns.count) }
    /// The middle of the strip in luma pixels.
    var centre: PicturePoint {
        PicturePoint(
            x: Double(columns.lowerBound + columns.upperBound), y: Double(2 * row + 1))
    }

    /// The centre of a chroma pixel in luma pixels.
    static func centre(of column: Int, row: Int) -> PicturePoint {
        PicturePoint(x: Double(2 * column + 1), y: Double(2 * row + 1))
    }

    /// Cuts a run of pixels, all of them on the water.
    static func strips(of run: ZoneRun, band: Int, homography: Homography) -> [AreaStrip] {
        func area(_ column: Int) -> Double {
            // A chroma pixel is four luma pixels.
            4 * (homography.pixelSquareMetres(at: centre(of: column, row: run.row)) ?? 0)
        }
        var strips: [AreaStrip] = []
        var start = run.columns.lowerBound
        while start < run.columns.upperBound {
            let first = area(start)
            var (end, sum) = (start, 0.0)
            while end < run.columns.upperBound {
                let isStep = (end - start).isMultiple(of: step) && end > start
                let area = area(end)
                if isStep, max(area, first) > spread * min(area, first) { break }
                sum += area
                end += 1
            }
            strips.append(
                AreaStrip(
                    row: run.row, columns: start..<end, band: band,
                    squareMetresPerPixel: sum / Double(end - start)))
            start = end
        }
        return strips
    }
}

extension WaterView {
    /// How the areas of bands change with each number of the geometry: central differences.
    fileprivate func sensitivities(
        of strips: [AreaStrip], bands: SIMD16<Double>
    ) throws(GeometryError) -> [SIMD16<Double>] {
        var sensitivities: [SIMD16<Double>] = []
        for pair in disturbed {
            var changes = SIMD16<Double>.zero
            for strip in strips {
                guard let now = homography.pixelSquareMetres(at: strip.centre),
                    let low = pair.low?.pixelSquareMetres(at: strip.centre),
                    let high = pair.high?.pixelSquareMetres(at: strip.centre)
                else {
                    throw .uncertain(relativeSigma: .infinity, limit: Self.relativeSigmaMax)
                }
                changes[strip.band] += strip.squareMetres * (high - low) / (2 * now)
            }
            // A small zone leaves bands without a row.
            sensitivities.append(changes / bands.replacing(with: 1, where: bands .== 0))
        }
        return sensitivities
    }
}
