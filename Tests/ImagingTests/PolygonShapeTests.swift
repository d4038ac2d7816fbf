import Imaging
import Testing
import Vocabulary

@Suite struct PolygonShapeTests {
    private func points(_ pairs: [(Double, Double)]) -> [PicturePoint] {
        pairs.map { PicturePoint(x: $0.0, y: $0.1) }
    }

    @Test("The area of a triangle, in either direction of drawing")
    func area() throws {
        let corners = points([(0, 0), (10, 0), (0, 6)])
        #expect(try PolygonShape(corners).area == 30)
        #expect(try PolygonShape(corners.reversed()).area == 30)
    }

    @Test("A point repeated, and the first point again at the end, are dropped")
    func repetitions() throws {
        let shape = try PolygonShape(
            points([(0, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 0)]))
        #expect(shape.points.count == 4)
        #expect(shape.area == 100)
    }

    @Test("A bow tie is refused, and the error names its edges")
    func bowTie() {
        let bowTie = points([(0, 0), (10, 10), (10, 0), (0, 10)])
        #expect(throws: ZoneError.edgesCross(first: 1, second: 3)) { try PolygonShape(bowTie) }
        #expect(
            ZoneError.edgesCross(first: 1, second: 3).description
                == "edges 1 and 3 of the zone cross or touch; "
                + "list the points in order around the water")
    }

    @Test("Edges are numbered by the points as given, repetitions included")
    func numberingWithRepetitions() {
        let bowTie = points([(0, 0), (0, 0), (10, 10), (10, 0), (0, 10)])
        #expect(throws: ZoneError.edgesCross(first: 1, second: 4)) { try PolygonShape(bowTie) }
    }

    @Test("A corner on another edge touches it")
    func touching() {
        let shape = points([(0, 0), (10, 0), (10, 10), (5, 0), (0, 10)])
        #expect(throws: ZoneError.edgesCross(first: 1, second: 3)) { try PolygonShape(shape) }
    }

    @Test("An edge that runs back on the one before is refused")
    func foldsBack() {
        let spike = points([(0, 0), (10, 0), (4, 0), (0, 8)])
        #expect(throws: ZoneError.edgesCross(first: 1, second: 2)) { try PolygonShape(spike) }
    }

    @Test("Too few points, no area, no number, too many points")
    func malformed() {
        #expect(throws: ZoneError.tooFewPoints(0)) { try PolygonShape([]) }
        #expect(throws: ZoneError.tooFewPoints(2)) {
            try PolygonShape(points([(0, 0), (5, 5), (0, 0)]))
        }
        #expect(throws: ZoneError.noArea) {
            try PolygonShape(points([(0, 0), (5, 5), (9, 9)]))
        }
        #expect(throws: ZoneError.pointNotFinite(point: 2)) {
            try PolygonShape(points([(0, 0), (.nan, 5), (9, 9)]))
        }
        let many = PolygonShape.pointLimit + 1
        #expect(throws: ZoneError.tooManyPoints(many, limit: PolygonShape.pointLimit)) {
            try PolygonShape((0..<many).map { PicturePoint(x: Double($0), y: Double($0 % 7)) })
        }
    }

    @Test("Inside and outside of a shape with a bay")
    func contains() throws {
        let shape = try PolygonShape(
            points([(0, 0), (30, 0), (30, 30), (20, 30), (20, 10), (10, 10), (10, 30), (0, 30)]))
        #expect(shape.contains(PicturePoint(x: 5, y: 20)))
        #expect(shape.contains(PicturePoint(x: 25, y: 20)))
        #expect(!shape.contains(PicturePoint(x: 15, y: 20)))
        #expect(!shape.contains(PicturePoint(x: 40, y: 5)))
    }

    @Test("The first corner outside a picture")
    func outside() throws {
        let shape = try PolygonShape(points([(0, 0), (100, 0), (100, 50)]))
        #expect(shape.firstPoint(outsideWidth: 100, height: 50) == nil)
        #expect(shape.firstPoint(outsideWidth: 99, height: 50) == 2)
        #expect(shape.firstPoint(outsideWidth: 100, height: 40) == 3)
    }
}
