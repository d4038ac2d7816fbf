import Evaluation
import Fleet
import SiteConfiguration
import Vocabulary

/// One picture, or the first keyframes of a clip, in which places were clicked.
struct ClickedPicture {
    let path: String
    let zone: ZoneDefinition?
    let keyframes: Int
    let crew: SamplerCrew

    /// What the model makes of the picture with and without a recalibration.
    struct Calibration: Sendable {
        let recalibration: CameraRecalibration
        let coverageBefore: Double
        let coverageAfter: Double
        let misjudgedBefore: Int
        let misjudgedAfter: Int
        let pictureTime: Timestamp?
    }

    /// Fits a recalibration to clicks and measures the picture with it.
    func calibrate(_ clicks: [SurfaceClick]) async throws -> Calibration {
        let (before, reading) = try await measure(clicks: clicks, recalibration: nil)
        let logits = before.clickLogits ?? []
        try checkPlaces(logits, width: before.width, height: before.height)
        let vegetation = logits.logits(of: .vegetation)
        let water = logits.logits(of: .water)
        let fitted: LogitCalibration
        do {
            fitted = try LogitCalibration.fit(vegetation: vegetation, water: water)
        } catch {
            throw ProgramFailure("\(error)", exit: .badInput)
        }
        let recalibration = CameraRecalibration(model: reading.model, logit: fitted)
        let (_, after) = try await measure(clicks: nil, recalibration: recalibration)
        return Calibration(
            recalibration: recalibration, coverageBefore: reading.coverage,
            coverageAfter: after.coverage,
            misjudgedBefore: LogitCalibration.identity.misjudged(vegetation, water),
            misjudgedAfter: fitted.misjudged(vegetation, water), pictureTime: before.recordedTime)
    }

    private func measure(
        clicks: [SurfaceClick]?, recalibration: CameraRecalibration?
    ) async throws -> (SamplingReport.Measurement, CoverageReading) {
        let outcome = try await crew.outcome(
            of: SamplingJob(
                id: recalibration == nil ? "before" : "after", source: VideoSource(location: path),
                selection: .burst(count: keyframes), zone: zone?.outline, geometry: zone?.geometry,
                clicks: clicks,
                recalibration: recalibration))
        guard let measurement = outcome.measurements.first else {
            throw ProgramFailure(
                outcome.end.failure?.message ?? "\(path) holds no picture that could be read",
                exit: .badInput)
        }
        switch measurement.verdict {
        case .accepted(let reading): return (measurement, reading)
        case .rejected(_, let detail):
            throw ProgramFailure(
                "\(path) is no picture to calibrate with: \(detail)", exit: .badInput)
        }
    }

    /// A click on the bank would teach nothing about the water.
    private func checkPlaces(_ logits: [ClickLogit], width: Int, height: Int) throws {
        for answer in logits where answer.logit == nil {
            let click = answer.click
            let isInPicture = click.x < width && click.y < height
            throw ProgramFailure(
                "the \(click.label.rawValue) click at \(click.x),\(click.y) lies outside "
                    + (isInPicture
                        ? "the zone, or where nothing can be judged"
                        : "the picture of \(width) × \(height)") + "; move it or leave it out",
                exit: .badInput)
        }
    }
}

extension [ClickLogit] {
    /// The logits of the clicks of one kind, where the model has one.
    func logits(of label: SurfaceClick.Label) -> [Double] {
        filter { $0.click.label == label }.compactMap(\.logit)
    }
}
