import Alerting
import Vocabulary

/// One line of `duckweed replay --json`.
///
/// Lines hold nothing that differs between two runs, so a replay of the same clip gives the same
/// bytes. Keys that have no value are `null`.
enum ReplayLine {
    struct Sample: Encodable {
        let type = "sample"
        let sample: CoverageSample
        let index: Int
        let scene: SceneFinding?
    }

    struct Rejected: Encodable {
        let type = "rejected"
        let gap: SampleGap
        let index: Int
        let scene: SceneFinding?
    }

    struct Growth: Encodable {
        let type = "growth"
        let estimate: GrowthEstimate
    }

    struct Alert: Encodable {
        let type = "alert"
        let event: AlertEvent
        /// Who is told, in the order of the routes; the first stands as `department` too.
        let departments: [DepartmentID]
    }

    struct Late: Encodable {
        let type = "told"
        let notice: Notice
        /// When the department is told.
        let time: Timestamp
    }

    struct End: Encodable {
        let type = "end"
        let camera: CameraID
        let time: Timestamp?
        let path: String
        let samples: Int
        let rejected: Int
        let damaged: Int
        let failure: String?
        let overlayProblem: String?
        /// Whether the source is a camera, so that it may give frames later.
        let isLive: Bool

        /// Whether all that the source holds was read and all that was asked for was written.
        var isWhole: Bool { failure == nil && damaged == 0 && overlayProblem == nil }
    }
}

extension ReplayLine.Sample {
    private enum CodingKeys: String, CodingKey {
        case type, camera, time, index, coverage, visibleShare, areaSquareMetres
        case areaSigmaSquareMetres, sigmaLogit, frames, model, shiftX, shiftY
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(sample.camera, forKey: .camera)
        try container.encode(sample.time, forKey: .time)
        try container.encode(index, forKey: .index)
        try container.encode(sample.coverage, forKey: .coverage)
        try container.encode(sample.visibleShare, forKey: .visibleShare)
        try container.encode(sample.areaSquareMetres, forKey: .areaSquareMetres)
        try container.encode(sample.areaSigmaSquareMetres, forKey: .areaSigmaSquareMetres)
        try container.encode(sample.sigmaLogit, forKey: .sigmaLogit)
        try container.encode(sample.frames, forKey: .frames)
        try container.encode(sample.model, forKey: .model)
        try container.encode(scene?.shiftX, forKey: .shiftX)
        try container.encode(scene?.shiftY, forKey: .shiftY)
    }
}

extension ReplayLine.Rejected {
    private enum CodingKeys: String, CodingKey {
        case type, camera, time, index, reason, detail, shiftX, shiftY
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(gap.camera, forKey: .camera)
        try container.encode(gap.time, forKey: .time)
        try container.encode(index, forKey: .index)
        try container.encode(gap.reason, forKey: .reason)
        try container.encode(gap.detail, forKey: .detail)
        try container.encode(scene?.shiftX, forKey: .shiftX)
        try container.encode(scene?.shiftY, forKey: .shiftY)
    }
}

extension ReplayLine.Growth {
    private enum CodingKeys: String, CodingKey {
        case type, camera, time, coverage, levelLow, levelHigh, rate, rateLow, rateHigh
        case doublingDays, published, withheld, visibleCoverage, movement
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(estimate.camera, forKey: .camera)
        try container.encode(estimate.time, forKey: .time)
        try container.encode(estimate.coverage, forKey: .coverage)
        try container.encode(estimate.levelLow, forKey: .levelLow)
        try container.encode(estimate.levelHigh, forKey: .levelHigh)
        try container.encode(estimate.rate, forKey: .rate)
        try container.encode(estimate.rateLow, forKey: .rateLow)
        try container.encode(estimate.rateHigh, forKey: .rateHigh)
        try container.encode(estimate.doublingDays, forKey: .doublingDays)
        try container.encode(estimate.published, forKey: .published)
        try container.encode(estimate.withheld, forKey: .withheld)
        try container.encode(estimate.visibleCoverage, forKey: .visibleCoverage)
        try container.encode(estimate.movement, forKey: .movement)
    }
}

extension ReplayLine.Alert {
    private enum CodingKeys: String, CodingKey {
        case type, camera, reach, time, rule, kind, severity, state, episode, department
        case departments, evidence
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(event.identity.subject.camera, forKey: .camera)
        try container.encode(event.identity.subject.reach, forKey: .reach)
        try container.encode(event.time, forKey: .time)
        try container.encode(event.identity.rule, forKey: .rule)
        try container.encode(event.kind, forKey: .kind)
        try container.encode(event.severity, forKey: .severity)
        try container.encode(event.state, forKey: .state)
        try container.encode(event.identity.episode, forKey: .episode)
        try container.encode(departments.first, forKey: .department)
        try container.encode(departments, forKey: .departments)
        try container.encode(event.evidence, forKey: .evidence)
    }
}

extension ReplayLine.Late {
    private enum CodingKeys: String, CodingKey {
        case type, camera, reach, time, rule, severity, state, episode, department
        case unacknowledgedBy
    }

    func encode(to encoder: any Encoder) throws {
        let event = notice.event
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(event.identity.subject.camera, forKey: .camera)
        try container.encode(event.identity.subject.reach, forKey: .reach)
        try container.encode(time, forKey: .time)
        try container.encode(event.identity.rule, forKey: .rule)
        try container.encode(event.severity, forKey: .severity)
        try container.encode(event.state, forKey: .state)
        try container.encode(event.identity.episode, forKey: .episode)
        try container.encode(notice.department, forKey: .department)
        try container.encode(notice.unacknowledgedBy, forKey: .unacknowledgedBy)
    }
}

extension ReplayLine.End {
    private enum CodingKeys: String, CodingKey {
        case type, camera, time, path, samples, rejected, damaged, failure, overlayProblem
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        try container.encode(camera, forKey: .camera)
        try container.encode(time, forKey: .time)
        try container.encode(path, forKey: .path)
        try container.encode(samples, forKey: .samples)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(damaged, forKey: .damaged)
        try container.encode(failure, forKey: .failure)
        try container.encode(overlayProblem, forKey: .overlayProblem)
    }
}
