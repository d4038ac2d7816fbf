import Imaging
import PixelKernels
import Testing
import Vocabulary

@Suite struct SurfaceCellsTests {
    /// Every figure of every cell.
    private func figures(_ cells: borrowing SurfaceCells) -> [[Float]] {
        var figures: [[Float]] = []
        for row in 0..<cells.height {
            for column in 0..<cells.width {
                figures.append([
                    cells.share[column, row], cells.luma[column, row], cells.blue[column, row],
                    cells.red[column, row], cells.across[column, row], cells.down[column, row],
                ])
            }
        }
        return figures
    }

    private func measured(
        _ frame: borrowing Frame, in zone: borrowing Zone, kernels: KernelLevel = .fast
    ) -> [[Float]] {
        var cells = SurfaceCells()
        cells.measure(frame, in: zone, kernels: kernels)
        return figures(cells)
    }

    @Test("Cells of any picture are measured, by both kernels alike", arguments: cellPictureSizes)
    func sizes(width: Int, height: Int) {
        let frame = Frame.noise(width: width, height: height, seed: 1)
        let zone = Zone.whole(width: width, height: height)
        var cells = SurfaceCells()
        cells.measure(frame, in: zone)
        #expect(cells.width == (width + 7) / 8 && cells.height == (height + 7) / 8)
        #expect(cells.columns == 0..<cells.width && cells.zoneRows == 0..<cells.height)
        let found = figures(cells)
        #expect(found == measured(frame, in: zone, kernels: .scalar))
        #expect(found.reduce(0) { $0 + 16 * $1[0] } == Float(zone.pixelCount))
        for row in 0..<cells.height {
            for column in 0..<cells.width {
                var (sum, count) = (0, 0)
                for y in 8 * row..<min(8 * row + 8, height) {
                    for x in 8 * column..<min(8 * column + 8, width) {
                        sum += Int(frame.luma[x, y])
                        count += 1
                    }
                }
                let mean = Float(sum) / Float(count)
                #expect(abs(cells.luma[column, row] - mean) <= 1.0 / 64)
            }
        }
    }

    @Test("Shares add up to the pixels of a zone of any outline")
    func shares() throws {
        let size = (width: 203, height: 119)
        let polygon = [(20.0, 30.0), (190, 14), (160, 101), (101, 60), (37, 97)].map {
            PicturePoint(x: $0.0, y: $0.1)
        }
        let zone = try Zone(
            polygon: polygon, definedForWidth: size.width, height: size.height,
            width: size.width, height: size.height)
        let frame = Frame.noise(width: size.width, height: size.height, seed: 2)
        var cells = SurfaceCells()
        cells.measure(frame, in: zone)
        var total: Float = 0
        for row in 0..<cells.height {
            for column in 0..<cells.width {
                total += 16 * cells.share[column, row]
                var pixels = 0
                for y in 4 * row..<4 * row + 4 {
                    for x in 4 * column..<4 * column + 4 where zone.contains(x: x, y: y) {
                        pixels += 1
                    }
                }
                #expect(cells.share[column, row] == Float(pixels) / 16)
            }
        }
        #expect(total == Float(zone.pixelCount))
    }

    @Test("Only the zone's box and the bank above it are measured")
    func box() throws {
        let frame = Frame.noise(width: 96, height: 96, seed: 3)
        let zone = try Zone.box(width: 96, height: 96, columns: 13..<30, rows: 26..<35)
        let inZone = measured(frame, in: zone)
        #expect(inZone == measured(frame, in: zone, kernels: .scalar))
        let whole = measured(frame, in: Zone.whole(width: 96, height: 96))
        for row in 0..<12 {
            for column in 0..<12 {
                let (found, expected) = (inZone[row * 12 + column], whole[row * 12 + column])
                // The zone reaches cells 3…7 of rows 6…8; three rows above it may be mirrored.
                let isMeasured = (3...7).contains(column) && (3...8).contains(row)
                #expect(found[1...3] == (isMeasured ? expected[1...3] : [0, 0, 0]))
            }
        }
    }

    private static let encodings = [
        ColourEncoding(matrix: .bt709, range: .limited),
        ColourEncoding(matrix: .bt709, range: .full),
        ColourEncoding(matrix: .bt2020, range: .limited),
        ColourEncoding(matrix: .bt601, range: .limited),
    ]

    @Test("Encodings of the same colour give the same colour", arguments: encodings)
    func encodedColour(encoding: ColourEncoding) {
        func figures(_ encoding: ColourEncoding) -> [[Float]] {
            var frame = Frame(width: 256, height: 17, encoding: encoding)
            var numbers = SeededNumbers(4)
            for cell in 0..<32 {
                let colour = (0..<3).map { _ in Double(numbers.next(upTo: 1000)) / 1000 }
                frame.paint(
                    chromaColumns: 4 * cell..<4 * cell + 4, (colour[0], colour[1], colour[2]))
            }
            return measured(frame, in: Zone.whole(width: 256, height: 17))
        }
        for (found, expected) in zip(figures(encoding), figures(.reference)) {
            // Two codes of the source, rounded, make one of the reference.
            for (value, reference) in zip(found[0...3], expected) {
                #expect(abs(value - reference) < 1.5)
            }
        }
    }

    @Test("Encodings of the same texture give the same differences", arguments: encodings)
    func encodedTexture(encoding: ColourEncoding) {
        func figures(_ encoding: ColourEncoding) -> [[Float]] {
            var frame = Frame(width: 64, height: 40, encoding: encoding)
            var numbers = SeededNumbers(5)
            for y in 0..<40 {
                for x in 0..<64 {
                    let grey = Double(numbers.next(upTo: 1000)) / 1000
                    frame.luma[x, y] = encoding.codes(red: grey, green: grey, blue: grey).luma
                }
            }
            return measured(frame, in: Zone.whole(width: 64, height: 40))
        }
        for (found, expected) in zip(figures(encoding), figures(.reference)) {
            for (value, reference) in zip(found, expected) { #expect(abs(value - reference) < 1) }
        }
    }

    @Test("A grid used before gives what a new one gives")
    func reuse() {
        var cells = SurfaceCells()
        cells.measure(
            Frame.noise(width: 130, height: 70, seed: 5), in: Zone.whole(width: 130, height: 70))
        for (width, height) in cellPictureSizes + [(200, 90)] {
            let frame = Frame.noise(width: width, height: height, seed: 6)
            let zone = Zone.whole(width: width, height: height)
            cells.measure(frame, in: zone)
            #expect(figures(cells) == measured(frame, in: zone))
        }
    }
}
