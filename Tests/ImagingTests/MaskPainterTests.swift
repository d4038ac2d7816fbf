import Imaging
import PixelKernels
import Testing

@Suite struct MaskPainterTests {
    /// The logits of water, vegetation, other matter and invalid in a cell.
    private typealias Logits = (_ column: Int, _ row: Int) -> [Float]

    private static let water: [Float] = [20, 0, 0, 0]
    private static let plants: [Float] = [0, 20, 0, 0]
    private static let other: [Float] = [0, 0, 20, 0]

    /// The classes that a painter gives, row by row of chroma pixels.
    private func painted(
        _ frame: borrowing Frame, in zone: borrowing Zone, kernels: KernelLevel = .fast,
        offset: Float = 0, _ logits: Logits
    ) -> [[UInt8]] {
        var painter = MaskPainter(kernels: kernels)
        return painted(frame, in: zone, by: &painter, offset: offset, logits)
    }

    private func painted(
        _ frame: borrowing Frame, in zone: borrowing Zone, by painter: inout MaskPainter,
        offset: Float = 0, _ logits: Logits
    ) -> [[UInt8]] {
        var cells = SurfaceCells()
        cells.measure(frame, in: zone)
        var found = CellLogits()
        found.reset(width: cells.width, height: cells.height, rows: cells.zoneRows)
        for row in cells.zoneRows {
            var rows = CellRows(rowCount: 4)
            rows.fit(cells.columns.count)
            let stride = rows.stride
            rows.withMutableNumbers { numbers in
                for (index, column) in cells.columns.enumerated() {
                    for (output, logit) in logits(column, row).enumerated() {
                        numbers[output * stride + index] = logit
                    }
                }
            }
            found.store(
                row: row, columns: cells.columns, logits: rows, slope: 1, offset: offset)
        }
        var mask = Mask()
        painter.paint(&found, of: cells, frame: frame, zone: zone, into: &mask)
        var classes: [[UInt8]] = []
        for y in 0..<mask.classes.height {
            classes.append((0..<mask.classes.width).map { mask.classes[$0, y] })
        }
        return classes
    }

    @Test("Sure cells become whole cells", arguments: [KernelLevel.fast, .scalar])
    func wholeCells(kernels: KernelLevel) {
        let frame = Frame(width: 64, height: 48)
        let zone = Zone.whole(width: 64, height: 48)
        let even = painted(frame, in: zone, kernels: kernels) { _, _ in Self.plants }
        #expect(even.allSatisfy { $0.allSatisfy { $0 == 1 } })
        let columns = painted(frame, in: zone, kernels: kernels) { column, _ in
            column < 3 ? Self.plants : Self.water
        }
        #expect(columns.allSatisfy { $0 == (0..<32).map { $0 < 12 ? 1 : 0 } })
        let rows = painted(frame, in: zone, kernels: kernels) { _, row in
            row < 3 ? Self.plants : Self.water
        }
        for (y, classes) in rows.enumerated() {
            #expect(classes.allSatisfy { $0 == (y < 12 ? 1 : 0) })
        }
    }

    @Test("Stretches that are settled get what a look at each pixel gives", arguments: 1...6)
    func settledStretches(seed: Int) {
        // Plants on the left, water on the right, and a border between them that is sure only in
        // places; green pixels and grey ones everywhere.
        var frame = Frame(width: 1300, height: 136)
        for y in 0..<68 {
            for x in 0..<650 {
                let isGreen = (x * 7 + y * 13 + x * y) % 11 < 4
                frame.blueDifference[x, y] = isGreen ? 104 : 127
                frame.redDifference[x, y] = isGreen ? 110 : 126
            }
        }
        let zone = Zone.whole(width: 1300, height: 136)
        let logits: Logits = { column, row in
            let wave = Float((column * 5 + row * (3 + seed) + column * row) % 9) / 2
            let lean = Float(60 - column) / Float(4 * seed)
            let logit = max(-8, min(8, lean)) + wave - 2
            return [0, logit, -20, -20]
        }
        let fast = painted(frame, in: zone, logits)
        #expect(fast == painted(frame, in: zone, kernels: .scalar, logits))
        #expect(Set(fast.joined()) == [0, 1])
    }

    @Test("The correction shifts the border")
    func offset() {
        let frame = Frame(width: 32, height: 32)
        let zone = Zone.whole(width: 32, height: 32)
        // One against three alike: the logit of vegetation is 0 − log 3.
        for (offset, value) in [(Float(1), UInt8(0)), (1.2, 1), (-5, 0), (5, 1)] {
            let classes = painted(frame, in: zone, offset: offset) { _, _ in [0, 0, 0, 0] }
            #expect(classes.allSatisfy { $0.allSatisfy { $0 == value } }, "\(offset)")
        }
    }

    @Test("Between the middles of cells the logit decides, across and down")
    func interpolation() {
        let frame = Frame(width: 48, height: 48)
        let zone = Zone.whole(width: 48, height: 48)
        // From 4 in one cell to −1 in the next: at its first pixel 0.875, at its second −0.375.
        let across = painted(frame, in: zone, offset: 1.0986) { column, _ in
            [0, column == 2 ? 4 : -1, 0, 0]
        }
        #expect(across.allSatisfy { $0 == (0..<24).map { (7..<13).contains($0) ? 1 : 0 } })
        let down = painted(frame, in: zone, offset: 1.0986) { _, row in
            [0, row == 2 ? 4 : -1, 0, 0]
        }
        for (y, classes) in down.enumerated() {
            #expect(classes.allSatisfy { $0 == ((7..<13).contains(y) ? 1 : 0) })
        }
    }

    @Test(
        "An edge within a cell is found by green", arguments: 12...16,
        [
            ColourEncoding.reference, ColourEncoding(matrix: .bt709, range: .limited),
            ColourEncoding(matrix: .bt2020, range: .limited),
        ])
    func edge(column: Int, encoding: ColourEncoding) {
        var frame = Frame(width: 64, height: 64, encoding: encoding)
        frame.paint(chromaColumns: 0..<column, (0.35, 0.5, 0.2))
        frame.paint(chromaColumns: column..<32, (0.4, 0.4, 0.38))
        let zone = Zone.whole(width: 64, height: 64)
        // Cell 3 holds columns 12…15; the model can't tell, or leans a little.
        for lean: Float in [-1, -0.5, 0, 0.5, 1] {
            let classes = painted(frame, in: zone, offset: 1.0986) { cell, _ in
                let logit = cell < 3 ? 4 : (cell > 3 ? -4 : lean)
                return [0, logit, 0, 0]
            }
            for row in classes {
                let found = row.firstIndex(of: 0) ?? 32
                #expect(abs(found - column) <= 1, "\(lean)")
                #expect(row == (0..<32).map { $0 < found ? 1 : 0 })
            }
        }
    }

    @Test("Glare on water is unjudged, bright plants are plants")
    func glare() {
        for (width, height) in [(64, 48), (63, 47)] {
            var frame = Frame(width: width, height: height)
            frame.luma.fill(with: 250)
            let zone = Zone.whole(width: width, height: height)
            let classes = painted(frame, in: zone) { column, _ in
                column < 4 ? Self.plants : Self.water
            }
            for row in classes {
                // The last chroma pixel of an odd width has half its luma only, and is left out.
                #expect(
                    row == (0..<32).map { $0 < 16 ? 1 : ($0 < width / 2 ? 3 : 0) })
            }
            frame.blueDifference.fill(with: 117)
            let coloured = painted(frame, in: zone) { _, _ in Self.water }
            #expect(coloured.allSatisfy { $0.allSatisfy { $0 == 0 } })
        }
    }

    @Test("Glare in some pixels of a bright cell takes only those")
    func glarePixels() {
        var frame = Frame(width: 32, height: 32)
        frame.luma.fill(with: 180)
        for (x, y) in [(10, 12), (11, 12), (10, 13), (11, 13)] { frame.luma[x, y] = 255 }
        let classes = painted(frame, in: Zone.whole(width: 32, height: 32)) { _, _ in Self.water }
        for (y, row) in classes.enumerated() {
            #expect(row == (0..<16).map { ($0, y) == (5, 6) ? 3 : 0 })
        }
    }

    @Test("Other matter is told from water")
    func otherMatter() {
        let frame = Frame(width: 40, height: 40)
        let classes = painted(frame, in: Zone.whole(width: 40, height: 40)) { column, row in
            (column, row) == (2, 3) ? Self.other : Self.water
        }
        for (y, row) in classes.enumerated() {
            #expect(row == (0..<20).map { (8..<12).contains($0) && (12..<16).contains(y) ? 2 : 0 })
        }
    }

    @Test("Nothing outside the zone is judged")
    func outside() throws {
        let frame = Frame.noise(width: 65, height: 49, seed: 1)
        let zone = try Zone.box(width: 65, height: 49, columns: 5..<22, rows: 6..<19)
        for cell in [Self.plants, Self.water, Self.other, [0, 1, 0, 0]] {
            let classes = painted(frame, in: zone) { _, _ in cell }
            for (y, row) in classes.enumerated() {
                for (x, value) in row.enumerated() where !zone.contains(x: x, y: y) {
                    #expect(value == SurfaceClass.unjudged.rawValue)
                }
            }
        }
    }

    @Test("Pictures of any size are painted, by both kernels alike", arguments: 1...17, 1...9)
    func sizes(width: Int, height: Int) throws {
        let frame = Frame.noise(
            width: width, height: height, seed: 2,
            encoding: ColourEncoding(matrix: .bt709, range: .limited))
        var numbers = SeededNumbers(UInt64(width * 100 + height))
        let values = (0..<24).map { _ in Float(numbers.next(upTo: 12)) }
        func logits(column: Int, row: Int) -> [Float] {
            (0..<4).map { values[(4 * (3 * row + column) + $0) % 24] }
        }
        let last = ((width + 1) / 2 - 1, (height + 1) / 2 - 1)
        let whole = Zone.whole(width: width, height: height)
        let corner = try Zone.box(
            width: width, height: height, columns: last.0..<last.0 + 1, rows: last.1..<last.1 + 1)
        let classes = painted(frame, in: whole, logits)
        #expect(classes == painted(frame, in: whole, kernels: .scalar, logits))
        #expect(classes.allSatisfy { $0.allSatisfy { $0 <= 3 } })
        let cornerClasses = painted(frame, in: corner, logits)
        #expect(cornerClasses == painted(frame, in: corner, kernels: .scalar, logits))
        for (y, row) in cornerClasses.enumerated() {
            for (x, value) in row.enumerated() where (x, y) != last { #expect(value == 3) }
        }
    }

    @Test("A painter used before paints what a new one paints")
    func reuse() {
        var painter = MaskPainter()
        func logits(column: Int, row: Int) -> [Float] {
            [0, Float((column * 5 + row * 3) % 9) - 3, Float(column % 3), 0]
        }
        for (width, height) in [(90, 50), (33, 65), (9, 17), (130, 20), (1, 1)] {
            let frame = Frame.noise(width: width, height: height, seed: 3)
            let zone = Zone.whole(width: width, height: height)
            #expect(
                painted(frame, in: zone, by: &painter, logits)
                    == painted(frame, in: zone, logits))
        }
    }
}
