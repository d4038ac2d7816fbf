import Imaging
import Testing

@Suite struct MaskTests {
    @Test("Classes are counted within the zone only")
    func counts() throws {
        var mask = Mask(width: 8, height: 4)
        var zonePlane = Plane(width: 8, height: 4)
        for y in 0..<4 { for x in 2..<8 { zonePlane[x, y] = 1 } }
        let zone = try Zone(maskPlane: zonePlane, width: 8, height: 4)
        let rows: [[SurfaceClass]] = [
            [.vegetation, .vegetation, .openWater, .otherMatter],
            [.vegetation, .unjudged, .unjudged, .openWater],
        ]
        for (y, row) in rows.enumerated() {
            for (x, surface) in row.enumerated() { mask[x, y] = surface }
        }
        let counts = mask.counts(in: zone)
        #expect(counts.total == 6)
        #expect(counts.vegetation == 1)
        #expect(counts.otherMatter == 1)
        #expect(counts.unjudged == 2)
        #expect(counts.judged == 4)
        #expect(counts.openWater == 2)
    }

    @Test("A reset mask judges nothing")
    func reset() {
        var mask = Mask(width: 4, height: 4)
        mask[1, 1] = .vegetation
        mask.reset(width: 6, height: 5)
        #expect(mask.classes.width == 3)
        #expect(mask.classes.height == 3)
        #expect(mask.counts(in: Zone.whole(width: 6, height: 5)).unjudged == 9)
    }
}
