import SyntheticRiver
import Testing
import Vocabulary

@Suite struct MatCoverTests {
    private let scene: RiverScene

    init() throws { scene = try RiverScene(site: .canal(width: 320, height: 180), seed: 7) }

    @Test(
        "mats cover the share of the zone that was asked for",
        arguments: [0, 0.001, 0.03, 0.25, 0.613, 0.97, 1])
    func exactCoverage(coverage: Double) {
        #expect(abs(scene.cover(coverage).coverageImage - coverage) < 1e-4)
    }

    @Test("the truth is the mean of what is drawn")
    func truthIsDrawn() throws {
        guard case .polygon(_, _, let points) = scene.zone else { return }
        let cover = scene.cover(0.3)
        // Counted here by rows and even-odd crossings, apart from the code under test.
        var (sum, area, coveredArea, count) = (0.0, 0.0, 0.0, 0.0)
        for y in 0..<180 {
            for x in 0..<320 {
                // A chroma pixel's centre decides for its four luma pixels.
                let (centreX, centreY) = (Double(x / 2 * 2 + 1), Double(y / 2 * 2 + 1))
                var isInside = false
                for (index, corner) in points.enumerated() {
                    let next = points[(index + 1) % points.count]
                    guard (corner.y > centreY) != (next.y > centreY) else { continue }
                    let crossing =
                        corner.x + (centreY - corner.y) / (next.y - corner.y) * (next.x - corner.x)
                    if crossing > centreX { isInside.toggle() }
                }
                guard isInside else { continue }
                let share = Double(cover.plantShare[y * 320 + x])
                let pixelArea = scene.site.camera.pixelAreaSquareMetres(atRow: Double(y) + 0.5)
                sum += share
                count += 1
                area += pixelArea
                coveredArea += share * pixelArea
            }
        }
        #expect(abs(sum / count - cover.coverageImage) < 2e-3)
        #expect(abs(coveredArea / area - cover.coverageGround) < 2e-3)
    }

    @Test("mats only spread while coverage rises")
    func growthIsNested() {
        let (less, more) = (scene.cover(0.2), scene.cover(0.25))
        #expect(zip(less.plantShare, more.plantShare).allSatisfy { $0 <= $1 })
    }

    @Test("plants float on water only")
    func noPlantsOnLand() {
        let cover = scene.cover(1)
        for index in scene.isWater.indices where !scene.isWater[index] {
            #expect(cover.plantShare[index] == 0)
        }
    }

    @Test("mats keep their place on the water when the picture gets larger")
    func fixedToTheWater() throws {
        let large = try RiverScene(site: .canal(width: 640, height: 360), seed: 7)
        let (small, fine) = (scene.cover(0.4), large.cover(0.4))
        var (agreeing, compared) = (0, 0)
        for y in 80..<170 {
            for x in 10..<310 where scene.isWater[y * 320 + x] {
                compared += 1
                let isCovered = small.plantShare[y * 320 + x] > 0.5
                if isCovered == (fine.plantShare[(2 * y + 1) * 640 + 2 * x + 1] > 0.5) {
                    agreeing += 1
                }
            }
        }
        #expect(Double(agreeing) / Double(compared) > 0.93)
    }
}
