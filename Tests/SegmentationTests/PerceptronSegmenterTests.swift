import Imaging
import PixelKernels
import Segmentation
import SyntheticRiver
import Testing
import Vocabulary

@Suite struct PerceptronSegmenterTests {
    /// A rendered river and what a segmenter makes of it.
    private struct Judged {
        var classes: [SurfaceClass] = []
        var labels: [SceneClass] = []

        /// Share of the chroma pixels with a label that are vegetation in the mask.
        func vegetationShare(of label: SceneClass) -> Double {
            let judged = zip(classes, labels).filter { $0.1 == label && $0.0 != .unjudged }
            guard !judged.isEmpty else { return 0 }
            return Double(judged.count { $0.0 == .vegetation }) / Double(judged.count)
        }

        var vegetation: Int { classes.count { $0 == .vegetation } }
    }

    private func judge(
        _ number: Int, kernels: KernelLevel = .fast, calibration: LogitCalibration = .identity
    ) throws -> Judged? {
        guard var scene = SceneGenerator.training.scene(seed: 21, number: number),
            scene.width <= 640
        else { return nil }
        let mask = scene.mask()
        let zone = try Zone(maskPlane: mask, width: scene.width, height: scene.height)
        var segmenter = PerceptronSegmenter(try VegetationModel.shipped(), kernels: kernels)
        var frame = Frame(width: scene.width, height: scene.height)
        var flicker = FlickerGrid()
        for _ in 0..<2 {
            scene.drawNext(into: &frame)
            flicker.add(frame, in: zone)
        }
        var found = Mask()
        segmenter.segment(
            frame, in: zone, flicker: flicker, calibration: calibration, into: &found)
        var judged = Judged()
        for run in zone.runs {
            for x in run.columns {
                judged.classes.append(found[x, run.row])
                judged.labels.append(
                    SceneClass(
                        rawValue: mask[
                            min(2 * x, scene.width - 1), min(2 * run.row, scene.height - 1)])
                        ?? .ignored)
            }
        }
        return judged
    }

    @Test("Plants of rendered rivers are found, and water is left alone")
    func rivers() throws {
        var (plants, water): ([Double], [Double]) = ([], [])
        for number in 0..<60 where plants.count < 6 || water.count < 12 {
            guard let judged = try judge(number) else { continue }
            if judged.labels.count(where: { $0 == .vegetation }) > 300 {
                plants.append(judged.vegetationShare(of: .vegetation))
            }
            if judged.labels.count(where: { $0 == .openWater }) > 300 {
                water.append(judged.vegetationShare(of: .openWater))
            }
        }
        #expect(plants.count > 3 && water.count > 6)
        #expect(plants.reduce(0, +) / Double(plants.count) > 0.6)
        #expect(water.sorted()[water.count / 2] < 0.05)
    }

    @Test(
        "Both kernels give the same mask but for a pixel here and there",
        arguments: [0, 1, 2, 3, 4, 5])
    func kernels(number: Int) throws {
        guard let fast = try judge(number), let scalar = try judge(number, kernels: .scalar)
        else { return }
        let differing = zip(fast.classes, scalar.classes).count { $0 != $1 }
        #expect(differing * 1000 <= fast.classes.count)
    }

    @Test("A correction of the logit moves the mask")
    func calibration() throws {
        var counts: [Int] = []
        for offset in [-2.5, 0, 2.5] {
            let correction = LogitCalibration(slope: 1, offset: offset)
            counts.append(
                try (0..<12).reduce(0) {
                    $0 + (try judge($1, calibration: correction)?.vegetation ?? 0)
                })
        }
        #expect(counts[0] < counts[1])
        #expect(counts[1] < counts[2])
    }

    @Test("Logits are known in the zone only, and do not depend on the correction")
    func logits() throws {
        var frame = Frame(width: 83, height: 61)
        frame.paint(.brownWater, columns: 0..<42, rows: 0..<31)
        frame.paint(.fronds, columns: 0..<14, rows: 0..<31)
        var plane = Plane(width: 42, height: 31)
        for y in 8..<31 { for x in 0..<32 { plane[x, y] = 255 } }
        let zone = try Zone(maskPlane: plane, width: 83, height: 61)
        var segmenter = PerceptronSegmenter(try VegetationModel.shipped())
        let before = segmenter.vegetationLogit(x: 0, y: 0)
        #expect(before == nil, "nothing was judged yet")
        var mask = Mask()
        var logits: [[Double]] = []
        for offset in [0.0, 2] {
            segmenter.segment(
                frame, in: zone, flicker: FlickerGrid(),
                calibration: LogitCalibration(slope: 1, offset: offset), into: &mask)
            var row: [Double] = []
            for x in stride(from: 0, to: 64, by: 8) {
                let logit = segmenter.vegetationLogit(x: x, y: 40)
                row.append(try #require(logit))
            }
            logits.append(row)
            for (x, y) in [(0, 15), (64, 40), (82, 60), (-1, 40), (0, -1), (83, 40), (0, 64)] {
                let outside = segmenter.vegetationLogit(x: x, y: y)
                #expect(outside == nil, "\(x), \(y)")
            }
        }
        #expect(logits[0] == logits[1])
        #expect(logits[0].allSatisfy { $0.isFinite })
    }

    @Test(
        "Pictures of any size are judged", arguments: [(1, 1), (2, 9), (9, 2), (17, 17), (8, 33)])
    func sizes(width: Int, height: Int) throws {
        var frame = Frame(width: width, height: height)
        frame.paint(.fronds, columns: 0..<(width + 1) / 2, rows: 0..<(height + 1) / 2)
        let zone = Zone.whole(width: width, height: height)
        var segmenter = PerceptronSegmenter(try VegetationModel.shipped())
        var mask = Mask()
        segmenter.segment(
            frame, in: zone, flicker: FlickerGrid(), calibration: .identity, into: &mask)
        #expect(mask.counts(in: zone).total == zone.pixelCount)
        let logit = segmenter.vegetationLogit(x: width - 1, y: height - 1)
        #expect(try #require(logit).isFinite)
    }
}
