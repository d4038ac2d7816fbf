import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a calibration of the logit is to make small: the log loss at the clicks, and the distance
/// from doing nothing.
struct CalibrationLoss {
    private struct Click {
        let logit: Double
        /// 1 for vegetation, −1 for water.
        let side: Double
        let weight: Double
    }

    private typealias Point = SIMD2<Double>

    private static let identity = Point(1, 0)
    /// Standard deviations of slope and offset before any click is seen.
    private static let deviations = Point(0.5, 1.25)
    private static let lower = Point(
        LogitCalibration.slopeLimits.lowerBound, LogitCalibration.offsetLimits.lowerBound)
    private static let upper = Point(
        LogitCalibration.slopeLimits.upperBound, LogitCalibration.offsetLimits.upperBound)

    private let clicks: [Click]

    /// Prepares to fit the logits at clicks on vegetation and on water.
    init(vegetation: [Double], water: [Double]) {
        let half = Double(vegetation.count + water.count) / 2
        clicks =
            vegetation.map { Click(logit: $0, side: 1, weight: half / Double(vegetation.count)) }
            + water.map { Click(logit: $0, side: -1, weight: half / Double(water.count)) }
    }

    /// The calibration within its limits that has the least loss.
    func minimum() -> LogitCalibration {
        let free = descend(from: Self.identity, along: Point(1, 1))
        var best = Self.held(free)
        if best != free {
            // The loss is convex, so its minimum within the limits lies on one of their four edges.
            let edges = [0, 1].flatMap { axis in
                [Self.lower, Self.upper].map { corner -> Point in
                    var start = Self.identity
                    start[axis] = corner[axis]
                    var direction = Point(1, 1)
                    direction[axis] = 0
                    return Self.held(descend(from: start, along: direction))
                }
            }
            best = edges.min { value($0) < value($1) } ?? best
        }
        return LogitCalibration(slope: best.x, offset: best.y)
    }

    /// Damped Newton steps until they are too small to matter.
    ///
    /// - Parameter free: 1 for an axis along which to go, 0 for one that is held.
    private func descend(from start: Point, along free: Point) -> Point {
        var point = start
        for _ in 0..<100 {
            let step = newtonStep(at: point, along: free)
            let now = value(point)
            var share = 1.0
            while value(point + share * step) > now, share > 1e-6 { share /= 2 }
            point += share * step
            if max(abs(step.x), abs(step.y)) < 1e-10 { break }
        }
        return point
    }

    private func newtonStep(at point: Point, along free: Point) -> Point {
        let inverseVariance = 1 / (Self.deviations * Self.deviations)
        var gradient = (point - Self.identity) * inverseVariance
        var diagonal = inverseVariance
        var mixed = 0.0
        for click in clicks {
            let probability = Self.logistic(click.side * (point.x * click.logit + point.y))
            let direction = Point(click.logit, 1)
            let curvature = click.weight * probability * (1 - probability)
            gradient -= click.weight * click.side * (1 - probability) * direction
            diagonal += curvature * direction * direction
            mixed += curvature * click.logit
        }
        gradient *= free
        guard free == Point(1, 1) else { return -gradient / diagonal }
        let determinant = diagonal.x * diagonal.y - mixed * mixed
        return -Point(
            diagonal.y * gradient.x - mixed * gradient.y,
            diagonal.x * gradient.y - mixed * gradient.x) / determinant
    }

    private func value(_ point: Point) -> Double {
        let distance = (point - Self.identity) / Self.deviations
        return clicks.reduce((distance * distance).sum() / 2) { sum, click in
            let margin = click.side * (point.x * click.logit + point.y)
            // ln(1 + e^−m), without overflow.
            return sum + click.weight * (max(-margin, 0) + log1p(exp(-abs(margin))))
        }
    }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

    private static func held(_ point: Point) -> Point {
        point.clamped(lowerBound: lower, upperBound: upper)
    }
}
