import Imaging
import PixelKernels
import Testing

@Suite struct SceneAdaptationTests {
    private typealias Colour = (Double, Double, Double)
    private static let green: Colour = (0.35, 0.5, 0.2)
    private static let grey: Colour = (0.4, 0.4, 0.38)

    /// What comes of a picture of 24 × 24 cells, its left and its right half of one colour each.
    ///
    /// - Returns: The verdict, and the class in the middle of each cell, row by row.
    private func adapted(
        _ colours: (left: Colour, right: Colour), logit: (_ column: Int, _ row: Int) -> Float,
        other: (_ column: Int, _ row: Int) -> Bool = { _, _ in false }, isCalibrated: Bool = false
    ) -> (verdict: SceneAdaptation.Verdict, masks: [[UInt8]]) {
        let size = 192
        var frame = Frame(width: size, height: size)
        frame.paint(chromaColumns: 0..<size / 4, colours.left)
        frame.paint(chromaColumns: size / 4..<size / 2, colours.right)
        let zone = Zone.whole(width: size, height: size)
        var extractor = CellRows(rowCount: CellFeature.allCases.count)
        var cells = SurfaceCells()
        var logits = CellLogits()
        var adaptation = SceneAdaptation()
        cells.measure(frame, in: zone)
        logits.reset(width: cells.width, height: cells.height, rows: cells.zoneRows)
        adaptation.reset(cells)
        extractor.fit(cells.columns.count)
        for row in cells.zoneRows {
            var rows = CellRows(rowCount: 4)
            rows.fit(cells.columns.count)
            let stride = rows.stride
            rows.withMutableNumbers { numbers in
                for column in cells.columns {
                    // Against three others alike: log 3 makes up for them.
                    numbers[stride + column] = logit(column, row) + 1.0986
                    numbers[2 * stride + column] = other(column, row) ? 0.01 : 0
                }
            }
            logits.store(row: row, columns: cells.columns, logits: rows, slope: 1, offset: 0)
            adaptation.look(row: row, of: cells, features: extractor, logits: logits)
        }
        let verdict = adaptation.adapt(&logits, of: cells, isCalibrated: isCalibrated)
        var painter = MaskPainter()
        var mask = Mask()
        painter.paint(&logits, of: cells, frame: frame, zone: zone, into: &mask)
        // A pixel in the middle of each cell.
        let masks = (0..<24).map { row in
            (0..<24).map { mask.classes[4 * $0 + 2, 4 * row + 2] }
        }
        return (verdict, masks)
    }

    @Test("Cells that look like sure plants are plants, though the model doubts them")
    func apart() {
        let (verdict, masks) = adapted((Self.green, Self.grey)) { column, row in
            column < 12 ? (row < 6 ? 2 : -0.8) : (row < 6 ? -3 : 0.2)
        }
        #expect(verdict == .apart)
        #expect(masks.allSatisfy { $0 == (0..<24).map { $0 < 12 ? 1 : 0 } })
    }

    @Test("Where all looks alike only sure cells are plants")
    func mixed() {
        let (verdict, masks) = adapted((Self.grey, Self.grey)) { column, row in
            column < 12 ? (row < 6 ? 3 : 0.5) : -3
        }
        #expect(verdict == .mixed)
        #expect(masks[3].prefix(11).allSatisfy { $0 == 1 })
        #expect(masks[3].suffix(11).allSatisfy { $0 == 0 })
        #expect(masks[9].allSatisfy { $0 == 0 })
    }

    @Test("Without any sure plants, doubtful ones are none")
    func noPlants() {
        let (verdict, masks) = adapted((Self.green, Self.grey)) { column, _ in
            column < 12 ? 0.25 : -3
        }
        #expect(verdict == .mixed)
        #expect(masks.allSatisfy { $0.allSatisfy { $0 == 0 } })
    }

    @Test("What a calibrated camera's threshold says is believed where nothing parts the two")
    func calibrated() {
        let logit = { (column: Int, _: Int) -> Float in column < 12 ? 0.25 : -3 }
        let (verdict, masks) = adapted((Self.grey, Self.grey), logit: logit, isCalibrated: true)
        #expect(verdict == .mixed)
        #expect(masks.allSatisfy { $0.prefix(11).allSatisfy { $0 == 1 } })
        #expect(masks.allSatisfy { $0.suffix(11).allSatisfy { $0 == 0 } })
    }

    @Test("A closed carpet, with no water beside it, is believed")
    func carpet() {
        let (verdict, masks) = adapted((Self.green, Self.grey)) { column, _ in
            column < 12 ? 1 : 0.25
        }
        #expect(verdict == .unopposed)
        #expect(masks.allSatisfy { $0.allSatisfy { $0 == 1 } })
    }

    @Test("Other matter keeps its own logit")
    func otherMatter() {
        let (verdict, masks) = adapted((Self.green, Self.grey)) { column, row in
            column < 12 ? (row < 6 ? 2 : -0.8) : -3
        } other: { column, row in
            column < 12 && row >= 12
        }
        #expect(verdict == .apart)
        #expect(masks[8][6] == SurfaceClass.vegetation.rawValue)
        #expect(masks[18][6] == SurfaceClass.otherMatter.rawValue)
    }
}
