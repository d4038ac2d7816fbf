import Evaluation
import Testing

@Suite struct SlopeFitTests {
    private let points = [
        (day: 0.0, level: 1.0), (day: 1, level: 1.4), (day: 2, level: 1.1), (day: 3, level: 2.3),
        (day: 4, level: 2.0), (day: 5, level: 2.9), (day: 6, level: 2.6),
    ]

    @Test("least squares gives the textbook's slope and standard error")
    func leastSquares() throws {
        let fit = try #require(SlopeFit.leastSquares(points))
        #expect(abs(fit.slope - 0.310714285714) < 1e-9)
        #expect(abs(fit.standardError - 0.0684932590158) < 1e-9)
    }

    @Test("Theil–Sen gives the median of all slopes, and Sen's interval")
    func theilSen() throws {
        let fit = try #require(SlopeFit.theilSen(points))
        #expect(abs(fit.slope - 0.3) < 1e-9)
        #expect(abs(fit.low - 0.1) < 1e-9 && abs(fit.high - 0.45) < 1e-9)
    }

    @Test("too few points give no line")
    func tooFew() {
        #expect(SlopeFit.leastSquares(Array(points.prefix(2))) == nil)
        #expect(SlopeFit.theilSen(Array(points.prefix(2))) == nil)
        #expect(SlopeFit.leastSquares([(1, 1), (1, 2), (1, 3)]) == nil)
    }

    @Test("the probability is that of a normal distribution")
    func probability() {
        let fit = SlopeFit(slope: 0.1, low: 0.1 - 1.6449 * 0.02, high: 0.1 + 1.6449 * 0.02)
        #expect(abs(fit.probability(above: 0.1) - 0.5) < 1e-12)
        #expect(abs(fit.probability(above: 0.08) - 0.841345) < 1e-5)
        let exact = SlopeFit(slope: 0.1, low: 0.1, high: 0.1)
        #expect(exact.probability(above: 0.05) == 1 && exact.probability(above: 0.2) == 0)
    }
}
