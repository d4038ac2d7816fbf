public import Vocabulary

extension CoverageMeter {
    /// Standard deviation of a measured coverage in logit units.
    ///
    /// √(0.15² + (0.008 / (C(1 − C)))²): 0.15 for the changing light, and 0.8 % of the zone for
    /// wrongly judged pixels, which weigh most near 0 and 1. C is held within 0.004…0.996. Where
    /// more than a tenth of the zone can't be seen, the share f of it that is unseen makes the
    /// deviation 1 + 3f times as large.
    public static func sigmaLogit(coverage: Double, visibleShare: Double = 1) -> Double {
        let held = held(coverage)
        let misjudged = 0.008 / (held * (1 - held))
        let deviation = (0.15 * 0.15 + misjudged * misjudged).squareRoot()
        let unseen = 1 - visibleShare
        return unseen > 0.1 ? deviation * (1 + 3 * unseen) : deviation
    }

    /// Standard deviation of a measured coverage as a share of the water: C(1 − C) in each logit
    /// unit, with C held as in ``sigmaLogit(coverage:visibleShare:)``.
    static func sigma(coverage: Double, sigmaLogit: Double) -> Double {
        let held = held(coverage)
        return held * (1 - held) * sigmaLogit
    }

    private static func held(_ coverage: Double) -> Double { min(max(coverage, 0.004), 0.996) }

    /// The reading with a measurement that is less certain by a factor.
    ///
    /// The part of the area's deviation that comes from the geometry stays.
    public static func widened(_ reading: CoverageReading, by factor: Double) -> CoverageReading {
        var widened = reading
        widened.sigmaLogit *= factor
        guard let area = reading.areaSquareMetres, let sigma = reading.areaSigmaSquareMetres else {
            return widened
        }
        // Without plants the geometry has no part in it.
        let byMeasurement =
            reading.coverage > 0
            ? area / reading.coverage
                * self.sigma(coverage: reading.coverage, sigmaLogit: reading.sigmaLogit)
            : sigma
        let added = byMeasurement * byMeasurement * (factor * factor - 1)
        widened.areaSigmaSquareMetres = (sigma * sigma + added).squareRoot()
        return widened
    }
}
