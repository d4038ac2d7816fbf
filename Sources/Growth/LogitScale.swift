#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The scale on which logistic growth is a straight line: logit C = ln(C / (1 − C)).
enum LogitScale {
    /// Coverage is held within this range first: outside it a camera measures noise.
    static let measurableCoverage = 0.004...0.996

    /// Logit of a coverage, held within the measurable range, in steps.
    static func steps(ofCoverage coverage: Double) -> Int {
        let held = held(coverage)
        return steps(ofLevel: log(held / (1 - held)))
    }

    /// A coverage held within the measurable range.
    static func held(_ coverage: Double) -> Double {
        min(max(coverage, measurableCoverage.lowerBound), measurableCoverage.upperBound)
    }

    /// Logit of a threshold 0…1, which unlike a measured coverage may lie near 0 or 1.
    static func unheldLevel(ofCoverage coverage: Double) -> Double {
        log(coverage / (1 - coverage))
    }

    /// A level in steps of 10⁻⁴ logit, which is far below the noise of any camera.
    ///
    /// Levels are kept in whole steps, so they are short when stored, the same after they have been
    /// read again, and do not depend on the last bit of a mathematics library.
    static func steps(ofLevel level: Double) -> Int { Int((level * 10_000).rounded()) }

    /// The steps that a measurable coverage can have: logit 0.996 is 5.5175.
    static let possibleSteps = -55_175...55_175

    /// The level of a number of steps.
    static func level(ofSteps steps: Int) -> Double { Double(steps) / 10_000 }

    /// Coverage 0…1 of a level in logit units.
    static func coverage(ofLevel level: Double) -> Double {
        1 / (1 + exp(-level))
    }

    /// Days in which the covered area doubles; `nil` when it does not grow.
    ///
    /// From dC/dt = r C (1 − C): the relative growth of the area is r (1 − C), so at this
    /// moment's speed it doubles in ln 2 / (r (1 − C)) days.
    static func doublingDays(ratePerDay rate: Double, coverage: Double) -> Double? {
        let relativeRate = rate * (1 - coverage)
        guard relativeRate > 1e-6 else { return nil }
        return log(2) / relativeRate
    }
}
