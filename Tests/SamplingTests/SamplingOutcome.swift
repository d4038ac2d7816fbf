import Sampling
import Segmentation
import Testing
import Vocabulary

/// All that an engine reported about one job.
struct SamplingOutcome {
    let measurements: [SamplingReport.Measurement]
    let end: SamplingReport.End

    /// Runs a job on an engine of its own, with the shipped model where none is named.
    static func of(
        _ job: SamplingJob, model: VegetationModel? = nil
    ) throws -> SamplingOutcome {
        var engine = SamplingEngine(model: try model ?? .shipped())
        return try of(job, by: &engine)
    }

    /// Runs a job, and sees to it that the end is reported once and last.
    static func of(_ job: SamplingJob, by engine: inout SamplingEngine) throws -> SamplingOutcome {
        var reports: [SamplingReport] = []
        engine.run(job) { reports.append($0) }
        #expect(reports.allSatisfy { $0.job == job.id })
        return try SamplingOutcome(reports)
    }

    /// Sorts the reports about one job.
    init(_ reports: [SamplingReport]) throws {
        measurements = reports.compactMap {
            if case .measured(let measurement) = $0 { measurement } else { nil }
        }
        guard case .ended(let end) = try #require(reports.last) else {
            throw MissingEnd(reports: reports)
        }
        self.end = end
        #expect(measurements.count == reports.count - 1)
    }

    private struct MissingEnd: Error {
        let reports: [SamplingReport]
    }
}

extension SamplingReport.Measurement {
    /// The figures, where the frame was accepted.
    var reading: CoverageReading? { verdict.reading }
}

extension SamplingReport.Verdict {
    /// The figures, where the frame was accepted.
    var reading: CoverageReading? {
        if case .accepted(let reading) = self { reading } else { nil }
    }

    /// Why the frame was refused, where it was.
    var reason: GapReason? {
        if case .rejected(let reason, _) = self { reason } else { nil }
    }
}
