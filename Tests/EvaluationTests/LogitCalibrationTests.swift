import Evaluation
import Foundation
import Testing
import Vocabulary

@Suite struct LogitCalibrationTests {
    @Test("clicks that the model judges well leave it nearly as it is")
    func goodModel() throws {
        let fitted = try LogitCalibration.fit(
            vegetation: [2, 2.5, 3, 1.5, 2.2], water: [-2, -3, -1.8, -2.4, -2.1])
        #expect(abs(fitted.offset) < 0.15)
        #expect((1.0...1.4).contains(fitted.slope))
    }

    @Test("a border that lies too high for this camera is moved to where the clicks part")
    func shiftedBorder() throws {
        let vegetation = [-0.5, -0.8, -0.2, 0.1, -0.4, -0.6, -0.3, 0.0, -0.7, -0.1]
        let water = [-3.5, -3.0, -4.0, -3.2, -3.8, -3.4, -3.1, -3.6, -3.3, -2.9]
        let fitted = try LogitCalibration.fit(vegetation: vegetation, water: water)
        #expect(fitted.misjudged(vegetation, water) == 0)
        #expect(LogitCalibration.identity.misjudged(vegetation, water) == 9)
        let border = -fitted.offset / fitted.slope
        #expect((-2.6 ... -1.0).contains(border), "the border is at \(border)")
    }

    @Test("the minimum is where a fine grid finds it", arguments: [UInt64(1), 2, 4, 5, 6, 7])
    func gridSearch(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        // Far apart, close together, and beyond the limits, by seed.
        let centre = Double(seed) * 1.4 - 5
        let vegetation = (0..<8).map { _ in centre + Double.random(in: -1...2.5, using: &random) }
        let water = (0..<5).map { _ in centre + Double.random(in: -3...0.5, using: &random) }
        let fitted = try LogitCalibration.fit(vegetation: vegetation, water: water)
        #expect(fitted.isWithinLimits)
        let least = Self.loss(fitted, vegetation, water)
        for slopeStep in 0...60 {
            for offsetStep in 0...100 {
                let other = LogitCalibration(
                    slope: 0.5 + 1.5 * Double(slopeStep) / 60,
                    offset: -2.5 + 5 * Double(offsetStep) / 100)
                #expect(Self.loss(other, vegetation, water) >= least - 1e-9)
            }
        }
    }

    @Test("far-off clicks stop at the limits")
    func limits() throws {
        let fitted = try LogitCalibration.fit(
            vegetation: Array(repeating: -9, count: 30), water: Array(repeating: -12, count: 30))
        #expect(fitted.isWithinLimits)
        #expect(fitted.offset == 2.5)
        #expect(fitted.slope == 0.5)
    }

    @Test("vegetation and water weigh the same, however many clicks each has")
    func balance() throws {
        let few = try LogitCalibration.fit(vegetation: [1, 2, 3], water: [-1, -2, -3])
        let many = try LogitCalibration.fit(
            vegetation: [1, 2, 3], water: (0..<10).flatMap { _ in [-1.0, -2, -3] })
        #expect(abs(few.offset) < 1e-6)
        #expect(abs(many.offset) < 1e-6)
    }

    @Test("too few clicks of either kind are refused", arguments: [(2, 10), (10, 2), (0, 0)])
    func tooFew(vegetation: Int, water: Int) {
        #expect(throws: LogitCalibration.Refusal.tooFewClicks(vegetation: vegetation, water: water))
        {
            try LogitCalibration.fit(
                vegetation: Array(repeating: 1, count: vegetation),
                water: Array(repeating: -1, count: water))
        }
    }

    @Test("exchanged clicks are refused")
    func exchanged() {
        let error = #expect(throws: LogitCalibration.Refusal.self) {
            try LogitCalibration.fit(vegetation: [-2, -3, -1], water: [2, 1, 3])
        }
        #expect(error == .contradictory(orderedShare: 0))
        #expect("\(String(describing: error))".contains("exchanged"))
    }

    /// The loss as its definition says it, with weights and priors.
    private static func loss(
        _ calibration: LogitCalibration, _ vegetation: [Double], _ water: [Double]
    ) -> Double {
        func softplus(_ value: Double) -> Double {
            value > 30 ? value : log1p(exp(value))
        }
        let half = Double(vegetation.count + water.count) / 2
        let plants = vegetation.map { softplus(-calibration.corrected($0)) }.reduce(0, +)
        let open = water.map { softplus(calibration.corrected($0)) }.reduce(0, +)
        let slope = (calibration.slope - 1) / 0.5
        let offset = calibration.offset / 1.25
        return plants * half / Double(vegetation.count) + open * half / Double(water.count)
            + (slope * slope + offset * offset) / 2
    }
}
