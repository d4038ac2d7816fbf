import Imaging
import ModelFixtures
import Sampling
import Testing
import Video
import Vocabulary

/// Jobs that name labels, clicks or a recalibration, over a painted picture of which two fifths are
/// green.
///
/// A model that goes by colour alone judges it.
@Suite struct LabelledJobTests {
    private let folder: TemporaryFolder
    private let picture: String
    private let labels: String

    init() throws {
        folder = try TemporaryFolder()
        picture = try folder.write(
            PictureEncoder.jpeg(PaintedRiver.frame(greenShare: 0.4), quality: 95), to: "a.jpg")
        labels = try folder.write(PictureEncoder.greyPNG(Self.labels()), to: "a.mask.png")
    }

    @Test("the mask is compared with the labels in the sampler")
    func comparison() throws {
        let comparison = try #require(try run(job()).measurements.first?.comparison)
        #expect(comparison.truth == 0.4)
        #expect(comparison.total == 320 * 180)
        #expect(try #require(comparison.intersectionOverUnion) > 0.9)
    }

    @Test("a refused frame finds nothing, and its labels still say what there was")
    func refused() throws {
        var job = job()
        job.source.location = try folder.write(
            PictureEncoder.jpeg(PaintedRiver.frame(greenShare: 0.4, brightness: 8), quality: 95),
            to: "dark.jpg")
        let measurement = try #require(try run(job).measurements.first)
        #expect(measurement.verdict.reason == .black)
        #expect(measurement.comparison?.truePositives == 0)
        #expect(measurement.comparison?.truth == 0.4)
    }

    @Test("labels of another size, or none, are a problem of the labels alone")
    func badLabels() throws {
        var job = job()
        let small = Plane(width: 160, height: 90, filledWith: 1)
        job.labels?.path = try folder.write(PictureEncoder.greyPNG(small), to: "small.png")
        let outcome = try run(job)
        #expect(outcome.measurements.count == 1 && outcome.measurements[0].comparison == nil)
        #expect(outcome.end.labelsProblem?.contains("160 × 90") == true)
        #expect(outcome.end.failure == nil)
        job.labels?.path = folder.file("missing.png")
        #expect(try run(job).end.labelsProblem?.contains("missing.png") == true)
    }

    @Test("a drawn click lies in a cell that is wholly of its class; equal seeds draw equal cells")
    func drawnClicks() throws {
        var labels = Self.labels()
        for x in 0..<320 { labels[x, 20] = 255 }
        let sheet = LabelSheet(labels)
        let zone = Zone.whole(width: 320, height: 180)
        let clicks = sheet.clicks(ClickDraw(perClass: 12, seed: 3), in: zone)
        #expect(clicks.count { $0.label == .vegetation } == 12)
        #expect(clicks.count { $0.label == .water } == 12)
        for click in clicks {
            #expect(click.label == (click.x < 128 ? .vegetation : .water))
            #expect(!(16..<24).contains(click.y), "the row of cells that is not wholly labelled")
        }
        #expect(clicks == sheet.clicks(ClickDraw(perClass: 12, seed: 3), in: zone))
        #expect(clicks != sheet.clicks(ClickDraw(perClass: 12, seed: 4), in: zone))
        let all = sheet.clicks(ClickDraw(perClass: 10_000, seed: 3), in: zone)
        #expect(all.count == 40 * 21)
    }

    @Test("the model's logit is higher on plants than on water, and none is told outside the zone")
    func clickLogits() throws {
        var job = job()
        job.clicks = [
            SurfaceClick(x: 40, y: 100, label: .vegetation),
            SurfaceClick(x: 280, y: 100, label: .water),
            SurfaceClick(x: 400, y: 100, label: .water),
        ]
        job.labels?.draw = ClickDraw(perClass: 2, seed: 1)
        let answers = try #require(try run(job).measurements.first?.clickLogits)
        #expect(answers.count == 7)
        #expect(answers.prefix(3).map(\.click) == job.clicks)
        #expect(try #require(answers[0].logit) > #require(answers[1].logit))
        #expect(answers[2].logit == nil)
        #expect(
            answers.dropFirst(3).map(\.click.label) == [.vegetation, .vegetation, .water, .water])
    }

    @Test("a higher offset finds no less, a lower one no more")
    func recalibration() throws {
        let reading = try #require(try run(job()).measurements.first?.reading)
        var coverages: [Double] = []
        for offset in [-2.5, 0, 2.5] {
            var job = job()
            job.recalibration = CameraRecalibration(
                model: reading.model, logit: LogitCalibration(slope: 1, offset: offset))
            coverages.append(try #require(try run(job).measurements.first?.reading).coverage)
        }
        #expect(coverages[1] == reading.coverage)
        #expect(coverages == coverages.sorted())
    }

    @Test("a recalibration of another model ends the job before a frame is read")
    func outdated() throws {
        var job = job()
        job.recalibration = CameraRecalibration(model: "older-model", logit: .identity)
        let outcome = try run(job)
        #expect(outcome.measurements.isEmpty)
        #expect(outcome.end.failure?.reason == .recalibrationOutdated)
        #expect(outcome.end.failure?.message.contains("older-model") == true)
    }

    @Test("a list of pictures is one burst, in the order of the list")
    func listOfPictures() throws {
        let second = try folder.write(
            PictureEncoder.jpeg(PaintedRiver.frame(greenShare: 0.4, seed: 2), quality: 95),
            to: "b.jpg")
        var job = job()
        job.source = VideoSource(location: "a burst", pictures: [picture, second])
        job.selection = .burst(count: 2)
        let measurement = try #require(try run(job).measurements.first)
        #expect(measurement.reading?.frames == 2 && measurement.distinctPictures == 2)
        #expect(measurement.comparison?.total == 320 * 180)
        job.source.pictures = []
        #expect(try run(job).end.failure?.message.contains("a burst") == true)
    }

    @Test("an overlay shows hits green, misses blue and false alarms red")
    func overlay() throws {
        let zone = Zone.whole(width: 320, height: 180)
        var mask = Mask(width: 320, height: 180)
        for y in 0..<90 { for x in 0..<160 { mask[x, y] = .openWater } }
        mask[10, 10] = .vegetation
        mask[150, 10] = .vegetation
        var overlay = Overlay(outline: nil)
        let grey = Frame(width: 320, height: 180)
        overlay.show(grey, mask: mask, in: zone, labels: LabelSheet(Self.labels()))
        let top = Int(OverlayLayout(pictureWidth: 320, pictureHeight: 180).picture.top) / 2
        #expect(
            overlay.picture.frame.blueDifference[10, 10 + top] < 128
                && overlay.picture.frame.redDifference[10, 10 + top] < 128, "green")
        #expect(overlay.picture.frame.blueDifference[20, 20 + top] > 140, "blue")
        #expect(overlay.picture.frame.redDifference[150, 10 + top] > 140, "red")
        #expect(overlay.picture.frame.redDifference[150, 20 + top] == grey.redDifference[150, 20])
    }

    private func job() -> SamplingJob {
        SamplingJob(
            id: "test", source: VideoSource(location: picture), selection: .burst(count: 1),
            labels: LabelRequest(path: labels))
    }

    private func run(_ job: SamplingJob) throws -> SamplingOutcome {
        try .of(job, model: ColourModel.loaded())
    }

    /// Plants in the left two fifths, open water else.
    private static func labels() -> Plane {
        var plane = Plane(width: 320, height: 180, filledWith: 1)
        for y in 0..<180 { for x in 0..<128 { plane[x, y] = 2 } }
        return plane
    }
}
