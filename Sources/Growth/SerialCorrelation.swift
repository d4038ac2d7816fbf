/// How far the bins repeat each other's errors.
///
/// Wind holds a mat in a corner for hours. Bins of those hours err together, so they tell less than
/// their number says, and an interval that takes them as independent is too narrow. The remedy is
/// that of Yue and Wang ("The Mann–Kendall test modified by effective sample size to detect trend
/// in serially correlated hydrological time series", Water Resources Management 18, 2004): the
/// variance of Kendall's score grows by the ratio of the sample size to the effective one,
/// 1 + 2 Σ (1 − k/n) ρₖ (Bayley and Hammersley, 1946), with ρₖ the correlation of errors k bins apart.
struct SerialCorrelation {
    /// The factor by which the variance is larger than that of independent errors; at least 1.
    let varianceInflation: Double

    /// With fewer bins the correlation can't be told from chance.
    private static let leastBins = 12

    /// Measures the errors around `level`, in order of time.
    ///
    /// Only their signs count (quadrant correlation), so that outliers do not hide what is common;
    /// for normal errors ρ = sin(π q / 2), where q is the mean product of the signs. The sum ends
    /// at the first lag whose correlation is not positive.
    init(of intercepts: [Double], around level: Double) {
        let count = intercepts.count
        guard count >= Self.leastBins else {
            varianceInflation = 1
            return
        }
        let signs = intercepts.map { $0 > level ? 1 : $0 < level ? -1 : 0 }
        var inflation = 1.0
        for lag in 1...count / 4 {
            let agreement = zip(signs, signs.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
            guard agreement > 0 else { break }
            let correlation = LogitScale.sine(
                .pi / 2 * Double(agreement) / Double(count - lag))
            inflation += 2 * (1 - Double(lag) / Double(count)) * correlation
        }
        varianceInflation = inflation
    }
}
