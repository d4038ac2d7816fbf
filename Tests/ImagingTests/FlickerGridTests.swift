import Imaging
import Testing

@Suite struct FlickerGridTests {
    /// The flicker of every cell.
    private func means(_ grid: borrowing FlickerGrid) -> [Float] {
        var means: [Float] = []
        for row in 0..<grid.mean.height {
            for column in 0..<grid.mean.width { means.append(grid.mean[column, row]) }
        }
        return means
    }

    private func grey(
        _ luma: UInt8, width: Int = 32, height: Int = 16, encoding: ColourEncoding = .reference
    ) -> Frame {
        var frame = Frame(width: width, height: height, encoding: encoding)
        frame.luma.fill(with: luma)
        return frame
    }

    @Test(
        "One frame tells nothing, and a still picture does not flicker", arguments: cellPictureSizes
    )
    func still(width: Int, height: Int) {
        let zone = Zone.whole(width: width, height: height)
        let frame = Frame.noise(width: width, height: height, seed: 1)
        var grid = FlickerGrid()
        #expect(grid.isKnown == false)
        grid.add(frame, in: zone)
        #expect(grid.isKnown == false)
        grid.add(frame, in: zone)
        #expect(grid.isKnown == true)
        #expect(means(grid).count == (width + 7) / 8 * ((height + 7) / 8))
        #expect(means(grid).allSatisfy { $0 == 0 })
    }

    @Test("A known change is measured in full, also in cut cells", arguments: cellPictureSizes)
    func change(width: Int, height: Int) {
        let zone = Zone.whole(width: width, height: height)
        var grid = FlickerGrid()
        for luma: UInt8 in [100, 106, 94, 94] {
            grid.add(grey(luma, width: width, height: height), in: zone)
        }
        #expect(means(grid).allSatisfy { abs($0 - 6) < 1e-4 }, "6, 12 and 0 are 6 in the mean")
    }

    @Test("A change of limited range counts in codes of the full one")
    func limitedRange() {
        let encoding = ColourEncoding(matrix: .bt709, range: .limited)
        var grid = FlickerGrid()
        let zone = Zone.whole(width: 32, height: 16)
        grid.add(grey(100, encoding: encoding), in: zone)
        grid.add(grey(110, encoding: encoding), in: zone)
        #expect(means(grid).allSatisfy { abs($0 - 2550.0 / 219) < 1e-3 })
    }

    @Test("A new burst, or another size, begins anew", arguments: [(32, 15), (24, 16), (32, 40)])
    func anew(width: Int, height: Int) {
        var grid = FlickerGrid()
        let zone = Zone.whole(width: 32, height: 16)
        grid.add(grey(10), in: zone)
        grid.add(grey(20), in: zone)
        grid.clear()
        #expect(grid.isKnown == false)
        grid.add(grey(90), in: zone)
        grid.add(grey(93), in: zone)
        #expect(means(grid).allSatisfy { $0 == 3 })

        let other = Zone.whole(width: width, height: height)
        grid.add(grey(200, width: width, height: height), in: other)
        #expect(grid.isKnown == false)
        #expect(grid.frameCount == 1)
        grid.add(grey(201, width: width, height: height), in: other)
        #expect(means(grid).allSatisfy { $0 == 1 })
    }

    @Test("Only the rows that the zone reaches are compared")
    func zoneRows() throws {
        let zone = try Zone.box(width: 32, height: 48, columns: 0..<16, rows: 9..<15)
        var grid = FlickerGrid()
        for luma: UInt8 in [50, 57] { grid.add(grey(luma, height: 48), in: zone) }
        #expect(means(grid) == (0..<24).map { (8..<16).contains($0) ? 7 : 0 })
    }

    @Test("A row that a moved zone reaches for the first time has nothing to be compared with")
    func movedZone() throws {
        let low = try Zone.box(width: 32, height: 48, columns: 0..<16, rows: 9..<24)
        let high = try Zone.box(width: 32, height: 48, columns: 0..<16, rows: 7..<22)
        var grid = FlickerGrid()
        grid.add(grey(50, height: 48), in: low)
        grid.add(grey(57, height: 48), in: high)
        #expect(means(grid) == (0..<24).map { $0 < 8 ? 0 : 7 })
        grid.add(grey(60, height: 48), in: high)
        #expect(means(grid) == (0..<24).map { $0 < 4 ? 0 : ($0 < 8 ? 3 : 5) })
    }
}
