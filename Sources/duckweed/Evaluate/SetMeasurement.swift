import Evaluation
import Fleet
import Vocabulary

/// Measures the pictures of a labelled set and compares them with their labels.
struct SetMeasurement {
    let crew: SamplerCrew
    /// Where pictures of what was seen are written.
    let overlays: String?
    /// Clicks to correct the model with, drawn from the labels of each picture with vegetation.
    let draw: ClickDraw?

    /// What came of one picture.
    struct Picture: Sendable {
        var result: PictureResult
        let model: String?
        /// Why a picture that was asked for is missing.
        let overlayProblem: String?
        /// Whether the picture could be read.
        let isRead: Bool
    }

    /// Measures every picture, several at once; in the order of the set.
    func pictures(of set: LabelledSet) async throws -> [Picture] {
        try await withThrowingTaskGroup(of: (Int, Picture).self) { group in
            for (number, entry) in set.entries.enumerated() {
                group.addTask { (number, try await picture(entry)) }
            }
            var pictures = [Picture?](repeating: nil, count: set.entries.count)
            do {
                for try await (number, picture) in group { pictures[number] = picture }
            } catch {
                await crew.withdrawQueued()
                throw error
            }
            return pictures.compactMap(\.self)
        }
    }

    private func picture(_ entry: LabelledSet.Entry) async throws -> Picture {
        let calibration = try await calibration(entry)
        let outcome = try await crew.outcome(of: job(entry, calibration))
        if let problem = outcome.end.labelsProblem {
            throw ProgramFailure(problem, exit: .badInput)
        }
        guard let measurement = outcome.measurements.first else {
            let failure = outcome.end.failure
            return Picture(
                result: PictureResult(
                    name: entry.name, kind: entry.kind,
                    outcome: .rejected(
                        reason: failure?.reason ?? .corruptMedia,
                        detail: failure?.message ?? "it holds no picture that can be decoded"),
                    comparison: nil),
                model: nil, overlayProblem: outcome.end.overlayProblem, isRead: false)
        }
        var picture = try measured(
            measurement, entry, overlayProblem: outcome.end.overlayProblem)
        picture.result.calibration = calibration?.calibration
        return picture
    }

    /// Corrects the model by what it says where the labels are sure; `nil` where there is nothing to
    /// correct it by.
    private func calibration(
        _ entry: LabelledSet.Entry
    ) async throws -> (model: String, calibration: PictureCalibration)? {
        guard let draw, entry.kind == .positive else { return nil }
        var job = job(entry, nil)
        job.id += "/clicks"
        job.overlay = nil
        job.labels?.draw = draw
        guard let measurement = try await crew.outcome(of: job).measurements.first,
            case .accepted(let reading) = measurement.verdict
        else { return nil }
        return (reading.model, PictureCalibration(measurement.clickLogits ?? []))
    }

    private func measured(
        _ measurement: SamplingReport.Measurement, _ entry: LabelledSet.Entry,
        overlayProblem: String?
    ) throws -> Picture {
        let result: PictureResult.Outcome
        var model: String?
        switch measurement.verdict {
        case .accepted(let reading):
            result = .accepted(coverage: reading.coverage)
            model = reading.model
        case .rejected(.zoneOutsidePicture, let detail):
            throw ProgramFailure("\(entry.labels): \(detail)", exit: .badInput)
        case .rejected(let reason, let detail):
            result = .rejected(reason: reason, detail: detail)
        }
        return Picture(
            result: PictureResult(
                name: entry.name, kind: entry.kind, outcome: result,
                comparison: measurement.comparison),
            model: model, overlayProblem: overlayProblem, isRead: true)
    }

    private func job(
        _ entry: LabelledSet.Entry, _ calibration: (model: String, calibration: PictureCalibration)?
    ) -> SamplingJob {
        SamplingJob(
            id: entry.name, source: entry.source, selection: .burst(count: entry.frames),
            zone: .mask(path: entry.labels),
            overlay: overlays.map { OverlayRequest(path: "\($0)/\(entry.name).jpg") },
            labels: LabelRequest(path: entry.labels),
            recalibration: calibration.flatMap { model, calibration in
                calibration.logit.map { CameraRecalibration(model: model, logit: $0) }
            })
    }
}
