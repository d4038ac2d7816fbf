internal import Vocabulary

/// The rule that most camera software offers: an alert after three samples in a row at 30 %.
///
/// It is over after three in a row below 24 %, as the live rule's hysteresis has it.
enum ThreeInARowJudge {
    /// Coverage at which the alert begins, 0…1.
    static let raise = 0.30
    /// Coverage below which it ends, 0…1.
    static let clear = 0.24

    static func verdict(on samples: [CoverageSample]) -> SeasonVerdict {
        var verdict = SeasonVerdict()
        var isFiring = false
        var inARow = 0
        for sample in samples {
            let counts = isFiring ? sample.coverage < clear : sample.coverage >= raise
            inARow = counts ? inARow + 1 : 0
            guard inARow == 3 else { continue }
            inARow = 0
            isFiring.toggle()
            if isFiring {
                verdict.coverageAlerts.append(CoverageClaim(time: sample.time, threshold: raise))
            }
        }
        return verdict
    }
}
