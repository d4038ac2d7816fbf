import Imaging
import PixelKernels
import Testing
import Vocabulary

@Suite struct SceneMapTests {
    /// Smooth shades of many sizes, in the picture moved by some pixels.
    private static func frame(
        width: Int = 640, height: Int = 360, right: Double = 0, down: Double = 0,
        contrast: Double = 1, brightness: Double = 0
    ) -> Frame {
        var waves: [(x: Double, y: Double, phase: Double)] = []
        var state: UInt64 = 5
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24)
        }
        for _ in 0..<60 { waves.append((next() * 0.5 - 0.25, next() * 0.5 - 0.25, next() * 6.28)) }
        var frame = Frame(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let (u, v) = (Double(x) - right, Double(y) - down)
                // A triangle wave needs no library and has the same shades.
                let shade = waves.reduce(0.0) { sum, wave in
                    let turn = (wave.x * u + wave.y * v + wave.phase) / 6.28
                    return sum + abs((turn - turn.rounded(.down)) * 4 - 2) - 1
                }
                let luma = 120 + brightness + contrast * 9 * shade
                frame.luma[x, y] = UInt8(min(255, max(0, luma)))
            }
        }
        return frame
    }

    private static func map(_ frame: borrowing Frame) throws -> [Int8] {
        var map = SceneMap()
        guard map.measure(frame) else { throw TooSmall() }
        return map.signs
    }

    private struct TooSmall: Error {}

    private static let everywhere = LandCells(
        around: Zone.whole(width: 640, height: 360).translated(x: 0, y: 360))

    @Test("Signs do not depend on brightness and hardly on contrast")
    func light() throws {
        let signs = try Self.map(Self.frame())
        #expect(Set(signs) == [-1, 0, 1])
        let dusk = try Self.map(Self.frame(contrast: 0.5, brightness: -50))
        let haze = try Self.map(Self.frame(contrast: 0.3, brightness: 60))
        #expect(SceneMap.correlation(of: dusk, with: signs, on: Self.everywhere) > 0.85)
        #expect(SceneMap.correlation(of: haze, with: signs, on: Self.everywhere) > 0.75)
        let mirrored = signs.indices.map { signs[$0 / 128 * 128 + 127 - $0 % 128] }
        #expect(abs(SceneMap.correlation(of: mirrored, with: signs, on: Self.everywhere)) < 0.2)
    }

    @Test("The scalar loops give the same map")
    func scalar() {
        let frame = Self.frame(width: 333, height: 201)
        var fast = SceneMap()
        var reference = SceneMap()
        let areMeasured = [fast.measure(frame), reference.measure(frame, kernels: .scalar)]
        #expect(areMeasured == [true, true])
        #expect(fast.signs == reference.signs)
        #expect(fast.steps == reference.steps && fast.luma == reference.luma)
    }

    @Test("A picture smaller than the map has none")
    func small() {
        var map = SceneMap()
        let areMeasured = [(127, 100), (200, 63), (128, 64)].map {
            map.measure(Frame(width: $0.0, height: $0.1))
        }
        #expect(areMeasured == [false, false, true])
        #expect(map.signs.allSatisfy { $0 == 0 }, "an even grey has no sign")
    }

    @Test(
        "Shifts are found to a fraction of a pixel",
        arguments: [
            (0.0, 0.0), (1.5, 0.0), (3.0, -2.0), (-12.0, 5.0), (60.0, 30.0), (-100.0, -40.0),
        ])
    func shift(right: Double, down: Double) throws {
        var correlator = PhaseCorrelator()
        let reference = try Self.map(Self.frame())
        let moved = try Self.map(Self.frame(right: right, down: down))
        let peak = correlator.peak(
            of: moved, against: reference, mask: Self.everywhere.mask)
        #expect(abs(peak.x * 5 - right) < 0.6, "\(peak)")
        #expect(abs(peak.y * 5.625 - down) < 0.6, "\(peak)")
        #expect(peak.ratio > 4)
        let aligned = SceneMap.correlation(
            of: moved, with: reference, shiftedBy: Int(peak.x.rounded()), Int(peak.y.rounded()),
            on: Self.everywhere)
        #expect(aligned > 0.5)
    }

    @Test("Pictures of different places have no clear peak")
    func noShift() throws {
        var correlator = PhaseCorrelator()
        let reference = try Self.map(Self.frame())
        let other = Array(reference.reversed())
        let peak = correlator.peak(of: other, against: reference, mask: Self.everywhere.mask)
        #expect(peak.ratio < 2, "\(peak)")
        let blank = [Int8](repeating: 0, count: SceneMap.cellCount)
        let none = correlator.peak(of: blank, against: reference, mask: Self.everywhere.mask)
        #expect(none.ratio == 0)
    }

    @Test("Land is what a zone leaves, and its hash tells zones apart")
    func land() throws {
        let zone = try Zone(
            polygon: [(0, 180), (640, 180), (640, 360), (0, 360)].map {
                PicturePoint(x: $0.0, y: $0.1)
            }, definedForWidth: 640, height: 360, width: 640, height: 360)
        let land = LandCells(around: zone)
        #expect(land.share == 0.5)
        #expect(land.mask.prefix(4096).allSatisfy { $0 == 1 })
        #expect(land.half(isLeft: true).reduce(0) { $0 + Int($1) } == 2048)
        #expect(LandCells(around: Zone.whole(width: 640, height: 360)).share == 0)
        #expect(LandCells(around: zone.translated(x: 1, y: 0)).zoneHash != land.zoneHash)
        #expect(LandCells(around: zone).zoneHash == land.zoneHash)
    }

    @Test("A picture's change is the mean over its cells, of equal size and after a first one")
    func change() {
        var meter = PictureChange()
        var changes: [Double?] = []
        for (brightness, width) in [(0.0, 640), (0, 640), (3, 640), (3, 320), (3, 320)] {
            changes.append(
                meter.measure(Self.frame(width: width, contrast: 0.2, brightness: brightness)))
        }
        meter.reset()
        changes.append(meter.measure(Self.frame(width: 320)))
        #expect(changes == [nil, 0, 3, nil, 0, nil])
    }

    @Test("A zone is moved by whole chroma pixels and cut at the edges")
    func translation() throws {
        let zone = try Zone(
            polygon: [(10, 10), (30, 10), (30, 20), (10, 20)].map {
                PicturePoint(x: $0.0, y: $0.1)
            }, definedForWidth: 40, height: 40, width: 40, height: 40)
        let moved = zone.translated(x: 7, y: -3)
        #expect(moved.bounds.rows == 2..<7)
        #expect(moved.bounds.columns == 12..<20)
        #expect(zone.translated(x: 0, y: 30).pixelCount == 0)
    }

    @Test("Rain is seen by its fresh streaks; a pole that stays is not")
    func streaks() {
        func frame(streaksAt columns: [Int]) -> Frame {
            var frame = Frame(width: 200, height: 80)
            for x in columns { for y in 0..<80 { frame.luma[x, y] = 170 } }
            return frame
        }
        for kernels in [KernelLevel.fast, .scalar] {
            var map = StreakMap()
            var shares: [Double?] = []
            for columns in [[40], [40], [40, 60, 81, 120, 150]] {
                shares.append(map.freshShare(frame(streaksAt: columns), kernels: kernels))
            }
            #expect(shares == [nil, 0, 4.0 / 200])
            map.reset()
            let afterReset = map.freshShare(frame(streaksAt: [90]), kernels: kernels)
            #expect(afterReset == nil)
        }
    }
}
