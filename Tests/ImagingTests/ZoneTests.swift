import Foundation
import Imaging
import Testing
import Vocabulary

@Suite struct ZoneTests {
    private static let shapes: [[PicturePoint]] = [
        [(10, 10), (90, 14), (70, 61), (21, 55)],
        [(-40, -30), (200, 20), (130, 150), (5, 90)],
        [
            (2.3, 2.3), (96, 2.3), (96, 60), (60, 60), (60, 20), (30, 20), (30, 60), (2.3, 60),
        ],
        [(50.3, 1.2), (51.7, 1.4), (51.1, 77.7)],
    ].map { $0.map { PicturePoint(x: $0.0, y: $0.1) } }

    /// Whether a polygon winds around a point, by the sum of the angles under which it sees the edges.
    private func winds(_ corners: [PicturePoint], aroundX x: Double, y: Double) -> Bool {
        var turned = 0.0
        for (start, end) in zip(corners, corners[1...] + [corners[0]]) {
            let (ax, ay, bx, by) = (start.x - x, start.y - y, end.x - x, end.y - y)
            turned += atan2(ax * by - ay * bx, ax * bx + ay * by)
        }
        return abs(turned) > .pi
    }

    @Test("A polygon covers the pixels whose centres it holds", arguments: shapes)
    func polygonAgainstPointTest(points: [PicturePoint]) throws {
        for (width, height) in [(100, 80), (101, 81), (37, 23), (200, 160)] {
            let zone = try Zone(
                polygon: points, definedForWidth: 100, height: 80, width: width, height: height)
            let corners = points.map {
                PicturePoint(
                    x: $0.x * Double(width) / 100, y: $0.y * Double(height) / 80)
            }
            var count = 0
            for y in 0..<zone.chromaHeight {
                for x in 0..<zone.chromaWidth {
                    let isInside = winds(corners, aroundX: Double(2 * x + 1), y: Double(2 * y + 1))
                    #expect(zone.contains(x: x, y: y) == isInside)
                    if isInside { count += 1 }
                }
            }
            #expect(zone.pixelCount == count)
        }
    }

    @Test("Runs are ordered, never empty, within the bounds, and found by their row")
    func runs() throws {
        let zone = try Zone(
            polygon: Self.shapes[2], definedForWidth: 100, height: 80, width: 100, height: 80)
        #expect(zone.bounds.rows == 1..<30)
        #expect(zone.bounds.columns == 1..<48)
        var previous = ZoneRun(row: -1, columns: 0..<1)
        for run in zone.runs {
            #expect(!run.columns.isEmpty)
            #expect(
                run.row > previous.row
                    || run.columns.lowerBound >= previous.columns.upperBound)
            #expect(zone.bounds.rows.contains(run.row))
            previous = run
        }
        // The bay cuts row 20 into two runs.
        #expect(zone.runIndices(inRows: 20..<21).count == 2)
        #expect(zone.runIndices(inRows: 0..<1).isEmpty)
        #expect(zone.runIndices(inRows: 0..<zone.chromaHeight) == zone.runs.indices)
    }

    @Test("A polygon wholly outside the picture is an error; a corner absurdly far away is not")
    func outside() throws {
        let far = [(200, 0), (300, 0), (300, 50)].map { PicturePoint(x: $0.0, y: $0.1) }
        #expect(throws: ZoneError.outsidePicture(width: 100, height: 80)) {
            _ = try Zone(polygon: far, definedForWidth: 100, height: 80, width: 100, height: 80)
        }
        let wide = [(-1e300, -10), (1e300, -10), (0, 1e300)].map { PicturePoint(x: $0.0, y: $0.1) }
        let zone = try Zone(
            polygon: wide, definedForWidth: 100, height: 80, width: 100, height: 80)
        #expect(zone.pixelCount == 50 * 40)
    }

    @Test("The size that a polygon was drawn for must be positive")
    func definitionSize() {
        #expect(throws: ZoneError.noDefinitionSize(width: 0, height: 80)) {
            _ = try Zone(
                polygon: Self.shapes[0], definedForWidth: 0, height: 80, width: 100, height: 80)
        }
    }

    @Test("The whole picture, of odd size too", arguments: [(0, 0), (1, 1), (7, 5), (1920, 1080)])
    func whole(width: Int, height: Int) {
        let zone = Zone.whole(width: width, height: height)
        #expect(zone.pixelCount == (width + 1) / 2 * ((height + 1) / 2))
    }

    @Test("In a mask 1, 2 and 3 are water; 0 and 255 are not")
    func classMask() throws {
        var mask = Plane(width: 10, height: 4)
        for (pair, value) in [UInt8(0), 1, 2, 3, 255].enumerated() {
            for y in 0..<4 {
                mask[2 * pair, y] = value
                mask[2 * pair + 1, y] = value
            }
        }
        let zone = try Zone(maskPlane: mask, width: 10, height: 4)
        #expect(
            zone.runs == [
                ZoneRun(row: 0, columns: 1..<4), ZoneRun(row: 1, columns: 1..<4),
            ])
    }

    @Test("In a mask of 0 and 255 alone, 255 is the water")
    func blackAndWhiteMask() throws {
        var mask = Plane(width: 8, height: 2)
        for x in 4..<8 { for y in 0..<2 { mask[x, y] = 255 } }
        let zone = try Zone(maskPlane: mask, width: 8, height: 2)
        #expect(zone.runs == [ZoneRun(row: 0, columns: 2..<4)])
    }

    @Test("A mask of another size is scaled")
    func scaledMask() throws {
        var mask = Plane(width: 4, height: 4)
        for x in 0..<2 { for y in 0..<4 { mask[x, y] = 1 } }
        let zone = try Zone(maskPlane: mask, width: 16, height: 8)
        #expect(zone.runs.map(\.columns) == [Range](repeating: 0..<4, count: 4))
    }

    @Test(
        "A mask with any other value, such as a soft edge, is an error that names it",
        arguments: [UInt8(1), 255])
    func softMask(water: UInt8) throws {
        var mask = Plane(width: 8, height: 8)
        for y in 0..<8 {
            for x in 4..<8 { mask[x, y] = water }
            mask[3, y] = 37
        }
        mask[2, 0] = 254
        let error = #expect(throws: ZoneError.maskHasOtherValues(value: 37, count: 8)) {
            _ = try Zone(maskPlane: mask, width: 8, height: 8)
        }
        #expect(error?.description.contains("the grey value 37 in 8 pixels") == true)
    }

    @Test("Each value but 0 to 3 and 255 is refused", arguments: UInt8(4)...254)
    func otherValue(value: UInt8) {
        var mask = Plane(width: 8, height: 8, filledWith: 255)
        mask[5, 6] = value
        #expect(throws: ZoneError.maskHasOtherValues(value: value, count: 1)) {
            _ = try Zone(maskPlane: mask, width: 8, height: 8)
        }
    }

    @Test("A mask without water is an error")
    func emptyMask() {
        let mask = Plane(width: 4, height: 4)
        #expect(throws: ZoneError.maskHasNoWater) {
            _ = try Zone(maskPlane: mask, width: 4, height: 4)
        }
    }
}
