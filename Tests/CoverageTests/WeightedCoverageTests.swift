import Coverage
import Imaging
import Testing
import Vocabulary

@Suite("Coverage of square metres") struct WeightedCoverageTests {
    private static let pose = CameraPose(
        heightMetres: 6, tiltDegrees: 20, horizontalFieldOfViewDegrees: 70)
    /// The lower three quarters of a picture of 320 × 180, from 29 m away on.
    private static let polygon = [(0, 50), (320, 50), (320, 180), (0, 180)]
        .map { PicturePoint(x: $0.0, y: $0.1) }

    /// Reads a picture whose chroma rows show these classes.
    private func reading(_ row: (Int) -> SurfaceClass) throws -> CoverageReading {
        let zone = try Zone(
            polygon: Self.polygon, definedForWidth: 320, height: 180, width: 320, height: 180)
        let areas = try ZoneAreas(of: zone, seenBy: ViewGeometry(.pose(Self.pose)))
        var mask = Mask(width: 320, height: 180)
        for run in zone.runs {
            for x in run.columns { mask[x, run.row] = row(run.row) }
        }
        return CoverageMeter.measure(mask, in: zone, areas: areas, model: "m")
    }

    /// Summed over the 320 × 130 pixels by the closed form h²/(f² q³), and once more for a tilt half a
    /// degree and a height 3 % higher and lower.
    private enum Golden {
        static let coverage = 0.5789
        static let visibleShare = 0.9816
        static let areaSquareMetres = 462.1
        static let sigmaSquareMetres = 70.2
    }

    @Test("the figures of a known picture")
    func golden() throws {
        // Mats in rows 50 to 69 of the picture, glare in rows 160 to 179.
        let reading = try reading { $0 < 35 ? .vegetation : $0 < 80 ? .openWater : .unjudged }
        #expect(abs(reading.coverage - Golden.coverage) < 2e-3)
        #expect(abs(reading.visibleShare - Golden.visibleShare) < 2e-3)
        #expect(abs((reading.areaSquareMetres ?? 0) / Golden.areaSquareMetres - 1) < 5e-3)
        let sigma = try #require(reading.areaSigmaSquareMetres)
        #expect(abs(sigma / Golden.sigmaSquareMetres - 1) < 0.05)
        #expect(
            reading.sigmaLogit
                == CoverageMeter.sigmaLogit(
                    coverage: reading.coverage, visibleShare: reading.visibleShare))
    }

    @Test("the unseen part counts like the rest: all that is seen covered is all covered")
    func scaled() throws {
        let all = try reading { _ in .vegetation }
        let seen = try reading { $0 < 60 ? .vegetation : .unjudged }
        #expect(all.coverage == 1 && seen.coverage == 1)
        let area = try #require(all.areaSquareMetres)
        #expect(abs((seen.areaSquareMetres ?? 0) / area - 1) < 1e-12)
        #expect(seen.visibleShare < 1)
    }

    @Test("a worse picture widens the part of the deviation that the measurement has")
    func widened() throws {
        let reading = try reading { $0 < 35 ? .vegetation : .openWater }
        let twice = CoverageMeter.widened(reading, by: 2)
        #expect(twice.sigmaLogit == 2 * reading.sigmaLogit)
        #expect(twice.areaSquareMetres == reading.areaSquareMetres)
        let area = try #require(reading.areaSquareMetres)
        let (before, after) = (
            try #require(reading.areaSigmaSquareMetres), try #require(twice.areaSigmaSquareMetres)
        )
        // C (1 − C) σ of the zone, three times more of its square.
        let measured = area * (1 - reading.coverage) * reading.sigmaLogit
        #expect(abs(after * after - before * before - 3 * measured * measured) < 1e-6 * area * area)
        #expect(CoverageMeter.widened(reading, by: 1) == reading)
        let clean = try self.reading { _ in .openWater }
        let blurred = CoverageMeter.widened(clean, by: 3)
        #expect(
            abs((blurred.areaSigmaSquareMetres ?? 0) / (clean.areaSigmaSquareMetres ?? 1) - 3)
                < 1e-9)
    }

    @Test("clean water is 0 m², give or take what is wrongly judged")
    func clean() throws {
        let clean = try reading { _ in .openWater }
        #expect(clean.coverage == 0 && clean.areaSquareMetres == 0)
        let zone = try #require(try reading { _ in .vegetation }.areaSquareMetres)
        // 0.8 % of the zone.
        #expect(abs((clean.areaSigmaSquareMetres ?? 0) / zone - 0.008) < 1e-4)
    }

    @Test("where nothing is seen nothing is covered")
    func nothingVisible() throws {
        let reading = try reading { _ in .unjudged }
        #expect(reading.coverage == 0 && reading.visibleShare == 0)
        #expect(reading.areaSquareMetres == 0)
    }

    @Test("without a geometry a pixel is a pixel, and there is no area")
    func unweighted() throws {
        let zone = try Zone(
            polygon: Self.polygon, definedForWidth: 320, height: 180, width: 320, height: 180)
        var mask = Mask(width: 320, height: 180)
        for run in zone.runs {
            for x in run.columns { mask[x, run.row] = run.row < 38 ? .vegetation : .openWater }
        }
        let reading = CoverageMeter.measure(mask, in: zone, model: "m")
        #expect(reading.coverage == 13.0 / 65)
        #expect(reading.areaSquareMetres == nil && reading.areaSigmaSquareMetres == nil)
    }
}
