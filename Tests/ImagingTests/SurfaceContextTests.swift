import Imaging
import PixelKernels
import Testing
import Vocabulary

@Suite struct SurfaceContextTests {
    /// The features of a picture's zone, row by row of cells.
    private struct Features {
        var values: [CellFeature: [Int: [Float]]] = [:]
        var levels = SceneLevels()

        init(
            _ frame: borrowing Frame, in zone: borrowing Zone, flicker: borrowing FlickerGrid,
            kernels: KernelLevel = .fast
        ) {
            var cells = SurfaceCells()
            var context = SurfaceContext()
            var statistics = CellRows(rowCount: CellStatistic.allCases.count)
            var features = CellRows(rowCount: CellFeature.allCases.count)
            cells.measure(frame, in: zone, kernels: kernels)
            context.take(cells, flicker: flicker)
            levels = context.levels
            for row in cells.zoneRows {
                context.write(
                    row: row, columns: cells.columns, of: cells, flicker: flicker,
                    into: &statistics)
                features.computeFeatures(
                    of: statistics, scene: context.levels, count: cells.columns.count,
                    kernels: kernels)
                for feature in CellFeature.allCases {
                    values[feature, default: [:]][row] = (0..<cells.columns.count).map {
                        features[feature.rawValue, $0]
                    }
                }
            }
        }

        /// A feature in the cells of a row.
        func row(_ feature: CellFeature, _ row: Int) -> [Float] { values[feature]?[row] ?? [] }

        /// A feature in all cells.
        func all(_ feature: CellFeature) -> [Float] {
            (values[feature] ?? [:]).sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    /// Cells of random luma; those of the lower part are the mirror image of the upper one or not.
    private func banks(isMirrored: Bool, waterline: Int = 80) -> Frame {
        var frame = Frame(width: 160, height: 160)
        var numbers = SeededNumbers(9)
        let tiles = (0..<400).map { _ in UInt8(40 + numbers.next(upTo: 150)) }
        for y in 0..<160 {
            let source = isMirrored && y >= waterline ? 2 * waterline - 1 - y : y
            for x in 0..<160 { frame.luma[x, y] = tiles[max(source, 0) / 8 * 20 + x / 8] }
        }
        return frame
    }

    @Test("Rows have the same surroundings in whatever order they are asked for")
    func order() throws {
        // The lower half: the upper one may be mirrored.
        let zone = try Zone(
            polygon: [(0.0, 80.0), (160, 80), (160, 160), (0, 160)].map {
                PicturePoint(x: $0.0, y: $0.1)
            }, definedForWidth: 160, height: 160, width: 160, height: 160)
        var cells = SurfaceCells()
        var context = SurfaceContext()
        let flicker = FlickerGrid()
        cells.measure(banks(isMirrored: true), in: zone)
        context.take(cells, flicker: flicker)
        #expect(context.levels.knowsMirror)
        func statistics(_ row: Int) -> [Float] {
            var statistics = CellRows(rowCount: CellStatistic.allCases.count)
            context.write(
                row: row, columns: cells.columns, of: cells, flicker: flicker, into: &statistics)
            return CellStatistic.allCases.flatMap { statistic in
                (0..<cells.columns.count).map { statistics[statistic.rawValue, $0] }
            }
        }
        let inOrder = cells.zoneRows.map { statistics($0) }
        for row in [13, 10, 19, 18, 17, 12, 11, 16, 14, 15] {
            #expect(statistics(row) == inOrder[row - 10])
        }
    }

    @Test("Water that mirrors the bank is like it, other water is not")
    func mirror() throws {
        let zone = try Zone.box(width: 160, height: 160, columns: 0..<80, rows: 40..<80)
        let flicker = FlickerGrid()
        let mirrored = Features(banks(isMirrored: true), in: zone, flicker: flicker)
        #expect(mirrored.all(.mirrorKnown).allSatisfy { $0 == 1 })
        #expect(mirrored.all(.mirrorCorrelation).allSatisfy { $0 > 0.99 })
        let other = Features(banks(isMirrored: false), in: zone, flicker: flicker)
        let correlations = other.all(.mirrorCorrelation)
        #expect(other.all(.mirrorKnown).allSatisfy { $0 == 1 })
        #expect(abs(correlations.reduce(0, +) / Float(correlations.count)) < 0.15)
        #expect(correlations.allSatisfy { abs($0) < 0.7 })
    }

    @Test("Without land above the water nothing is known of a mirror image")
    func noLand() {
        let features = Features(
            banks(isMirrored: true), in: Zone.whole(width: 160, height: 160),
            flicker: FlickerGrid())
        #expect(features.all(.mirrorKnown).allSatisfy { $0 == 0 })
        #expect(features.all(.mirrorCorrelation).allSatisfy { $0 == 0 })
        #expect(features.all(.mirrorActivity).allSatisfy { $0 == 0.5 })
    }

    @Test("The mirror image of near water lies above the picture")
    func nearWater() throws {
        let zone = try Zone.box(width: 160, height: 160, columns: 0..<80, rows: 24..<80)
        let features = Features(
            banks(isMirrored: true, waterline: 48), in: zone, flicker: FlickerGrid())
        // The waterline is the upper edge of row 6: rows 6…11 mirror rows 5…0.
        for row in 6..<20 {
            #expect(features.row(.mirrorKnown, row).allSatisfy { $0 == (row < 12 ? 1 : 0) })
        }
    }

    @Test(
        "Sums over neighbours leave out what lies outside the zone",
        arguments: [KernelLevel.fast, .scalar])
    func neighbours(kernels: KernelLevel) throws {
        // Green in the zone, something else beside it.
        var frame = Frame.noise(width: 96, height: 40, seed: 3)
        frame.paint(chromaColumns: 12..<32, (0.3, 0.5, 0.2))
        let zone = try Zone.box(width: 96, height: 40, columns: 12..<32, rows: 0..<20)
        let features = Features(frame, in: zone, flicker: FlickerGrid(), kernels: kernels)
        let green = features.row(.greenAboveLow, 2).map { $0 + features.levels.green.low }
        for feature in [CellFeature.green3, .green9] {
            for row in 0..<5 {
                let values = features.row(feature, row)
                #expect(values.count == 5)
                #expect(zip(values, green).allSatisfy { abs($0 - $1) < 0.01 })
            }
        }
        #expect(features.all(.greenSpread9).allSatisfy { abs($0) < 0.01 })
        #expect(features.all(.lumaSpread9).allSatisfy { abs($0) < 0.01 })
    }

    @Test("Features of any picture are numbers, by both kernels alike", arguments: cellPictureSizes)
    func sizes(width: Int, height: Int) {
        let frame = Frame.noise(width: width, height: height, seed: 5)
        let zone = Zone.whole(width: width, height: height)
        var flicker = FlickerGrid()
        flicker.add(Frame.noise(width: width, height: height, seed: 6), in: zone)
        flicker.add(frame, in: zone)
        let fast = Features(frame, in: zone, flicker: flicker)
        let scalar = Features(frame, in: zone, flicker: flicker, kernels: .scalar)
        for feature in CellFeature.allCases {
            for (value, reference) in zip(fast.all(feature), scalar.all(feature)) {
                #expect(value.isFinite)
                #expect(abs(value - reference) <= 1e-4 * max(1, abs(reference)), "\(feature)")
            }
        }
        #expect(fast.all(.flickerKnown).allSatisfy { $0 == 1 })
    }

    @Test("Levels are the zone's, and a thin zone has some too", arguments: [1, 3, 8])
    func levels(chromaRows: Int) throws {
        var frame = Frame.noise(width: 64, height: 64, seed: 7)
        frame.paint(chromaColumns: 0..<16, (0.5, 0.5, 0.5))
        frame.paint(chromaColumns: 16..<32, (0.3, 0.5, 0.2))
        let zone = try Zone.box(width: 64, height: 64, columns: 0..<32, rows: 9..<9 + chromaRows)
        let levels = Features(frame, in: zone, flicker: FlickerGrid()).levels
        #expect(abs(levels.green.low) < 1)
        #expect(levels.green.high > 30)
        #expect(levels.luma.low > 100 && levels.luma.high < 140)
        #expect(levels.greenThreshold > 10 && levels.greenThreshold < levels.green.high)
    }

    @Test("A context used before gives what a new one gives")
    func reuse() throws {
        let frame = banks(isMirrored: true)
        let zone = try Zone.box(width: 160, height: 160, columns: 7..<61, rows: 37..<71)
        var cells = SurfaceCells()
        var context = SurfaceContext()
        var statistics = CellRows(rowCount: CellStatistic.allCases.count)
        let flicker = FlickerGrid()
        let other = Frame.noise(width: 300, height: 200, seed: 8)
        cells.measure(other, in: Zone.whole(width: 300, height: 200))
        context.take(cells, flicker: flicker)
        context.write(
            row: 3, columns: cells.columns, of: cells, flicker: flicker, into: &statistics)
        cells.measure(frame, in: zone)
        context.take(cells, flicker: flicker)
        var features = CellRows(rowCount: CellFeature.allCases.count)
        let new = Features(frame, in: zone, flicker: flicker)
        #expect(context.levels == new.levels)
        for row in cells.zoneRows {
            context.write(
                row: row, columns: cells.columns, of: cells, flicker: flicker, into: &statistics)
            features.computeFeatures(
                of: statistics, scene: context.levels, count: cells.columns.count)
            for feature in CellFeature.allCases {
                let values = (0..<cells.columns.count).map { features[feature.rawValue, $0] }
                #expect(values == new.row(feature, row), "\(feature)")
            }
        }
    }
}
