import Evaluation
import Fleet
import Vocabulary

/// Measures the pictures of a labelled set and compares them with their labels.
struct SetMeasurement {
    let crew: SamplerCrew
    /// Where pictures of what was seen are written.
    let overlays: String?

    /// What came of one picture.
    struct Picture: Sendable {
        let result: PictureResult
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
            for try await (number, picture) in group { pictures[number] = picture }
            return pictures.compactMap(\.self)
        }
    }

    private func picture(_ entry: LabelledSet.Entry) async throws -> Picture {
        let outcome = try await crew.outcome(of: job(entry))
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
        return try measured(measurement, entry, overlayProblem: outcome.end.overlayProblem)
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

    private func job(_ entry: LabelledSet.Entry) -> SamplingJob {
        SamplingJob(
            id: entry.name, source: entry.source, selection: .burst(count: entry.frames),
            zone: .mask(path: entry.labels),
            overlay: overlays.map { OverlayRequest(path: "\($0)/\(entry.name).jpg") },
            labels: LabelRequest(path: entry.labels))
    }
}
