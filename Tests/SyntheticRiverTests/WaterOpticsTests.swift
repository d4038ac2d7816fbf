import SyntheticRiver
import Testing

@Suite struct WaterOpticsTests {
    @Test("water reflects 2 % straight down and all at grazing sight")
    func fresnelLimits() {
        #expect(Fresnel.reflectance(cosine: 1) == 0.02)
        #expect(Fresnel.reflectance(cosine: 0) == 1)
        // Out of range by rounding: held at the limits.
        #expect(Fresnel.reflectance(cosine: 1.001) == 0.02)
        #expect(Fresnel.reflectance(cosine: -0.001) == 1)
    }

    @Test("reflection grows as sight gets flatter")
    func fresnelIsMonotone() {
        let shares = stride(from: Float(1), through: 0, by: -0.05).map {
            Fresnel.reflectance(cosine: $0)
        }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
    }

    /// Root mean square of the slopes over the rows from `rows`.
    private func slopeRMS(
        _ row: CameraGeometry.Row, width: Int, slopeRMS: Double
    ) -> (
        resolved: Double, unresolved: Double
    ) {
        var random = SplitMix64(seed: 5, stream: "waves")
        let waves = WaveField(random: &random)
        var slopes = WaveField.RowSlopes(width: width)
        var sum = 0.0
        let moments = 50
        for moment in 0..<moments {
            waves.slopes(
                row: row, width: width, seconds: Double(moment) * 7.3, slopeRMS: slopeRMS,
                into: &slopes)
            for column in 0..<width {
                let (x, z) = (slopes.x[column / 8][column % 8], slopes.z[column / 8][column % 8])
                sum += Double(x * x + z * z)
            }
        }
        return ((sum / Double(moments * width)).squareRoot(), Double(slopes.unresolved))
    }

    @Test("near the camera the ripples have the slope that was asked for")
    func nearSlopes() {
        let row = RiverSite.canal(width: 960, height: 540).camera.row(at: 520)
        let (resolved, unresolved) = slopeRMS(row, width: 960, slopeRMS: 0.03)
        let total = (resolved * resolved + unresolved * unresolved).squareRoot()
        #expect(abs(total - 0.03) < 0.003)
        #expect(resolved > unresolved)
    }

    @Test("far away, ripples finer than a pixel are averaged out and counted as unresolved")
    func farSlopes() {
        let row = RiverSite.canal(width: 160, height: 90).camera.row(at: 31)
        let (resolved, unresolved) = slopeRMS(row, width: 160, slopeRMS: 0.03)
        let total = (resolved * resolved + unresolved * unresolved).squareRoot()
        #expect(abs(total - 0.03) < 0.003)
        #expect(resolved < unresolved)
    }
}
