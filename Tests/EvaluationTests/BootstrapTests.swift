import Evaluation
import Testing

@Suite struct BootstrapTests {
    private let values = (1...40).map(Double.init)

    private func mean(_ drawn: [Double]) -> [Double?] {
        [drawn.reduce(0, +) / Double(drawn.count)]
    }

    @Test("the interval of a mean is as wide as its standard error says")
    func width() throws {
        let interval = try #require(Bootstrap(resamples: 4000).intervals(of: values, mean)[0])
        // Standard deviation of 1…40 is 11.54, so the mean's standard error is 1.825.
        #expect(abs(interval.lowerBound - (20.5 - 1.96 * 1.825)) < 0.4)
        #expect(abs(interval.upperBound - (20.5 + 1.96 * 1.825)) < 0.4)
    }

    @Test("the same seed gives the same interval, another one another")
    func seeds() {
        let first = Bootstrap(seed: 7).intervals(of: values, mean)
        #expect(first == Bootstrap(seed: 7).intervals(of: values, mean))
        #expect(first != Bootstrap(seed: 8).intervals(of: values, mean))
    }

    @Test("a figure that no draw has, or of nothing, has no interval")
    func nothing() {
        #expect(Bootstrap().intervals(of: values) { _ in [nil, 3] } == [nil, 3...3])
        #expect(Bootstrap().intervals(of: [Double](), { _ in [1] }) == [nil])
    }
}
