// The reports are flat objects, told apart by `type`: see docs/sampler-protocol.md.

extension SamplingReport: Codable {
    private enum CodingKeys: String, CodingKey {
        case type
    }

    private enum ReportType: String, Codable {
        case measured, ended
    }

    /// Reads a report whose `type` is `measured` or `ended`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(ReportType.self, forKey: .type) {
        case .measured: self = .measured(try Measurement(from: decoder))
        case .ended: self = .ended(try End(from: decoder))
        }
    }

    /// Writes the report's own keys and its `type` into one object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .measured(let measurement):
            try container.encode(ReportType.measured, forKey: .type)
            try measurement.encode(to: encoder)
        case .ended(let end):
            try container.encode(ReportType.ended, forKey: .type)
            try end.encode(to: encoder)
        }
    }
}

extension SamplingReport.Measurement: Codable {
    private enum CodingKeys: String, CodingKey {
        case job, index, mediaSeconds, recordedTime, progress, pictureHash, change, distinctPictures
        case width, height
        case decodeSeconds, analysisSeconds, scene, comparison, clickLogits
    }

    /// Reads the measurement and its verdict from one object.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            job: try container.decode(String.self, forKey: .job),
            index: try container.decode(Int.self, forKey: .index),
            mediaSeconds: try container.decodeIfPresent(Double.self, forKey: .mediaSeconds),
            recordedTime: try container.decodeIfPresent(Timestamp.self, forKey: .recordedTime),
            progress: try container.decodeIfPresent(Double.self, forKey: .progress),
            verdict: try SamplingReport.Verdict(from: decoder),
            pictureHash: try container.decodeHash(forKey: .pictureHash),
            change: try container.decodeIfPresent(Double.self, forKey: .change),
            distinctPictures: try container.decode(Int.self, forKey: .distinctPictures),
            width: try container.decode(Int.self, forKey: .width),
            height: try container.decode(Int.self, forKey: .height),
            decodeSeconds: try container.decode(Double.self, forKey: .decodeSeconds),
            analysisSeconds: try container.decode(Double.self, forKey: .analysisSeconds),
            scene: try container.decodeIfPresent(SceneFinding.self, forKey: .scene),
            comparison: try container.decodeIfPresent(LabelComparison.self, forKey: .comparison),
            clickLogits: try container.decodeIfPresent([ClickLogit].self, forKey: .clickLogits))
    }

    /// Writes the measurement and its verdict into one object.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(job, forKey: .job)
        try container.encode(index, forKey: .index)
        try container.encodeIfPresent(mediaSeconds, forKey: .mediaSeconds)
        try container.encodeIfPresent(recordedTime, forKey: .recordedTime)
        try container.encodeIfPresent(progress, forKey: .progress)
        try verdict.encode(to: encoder)
        try container.encodeHash(pictureHash, forKey: .pictureHash)
        try container.encodeIfPresent(change, forKey: .change)
        try container.encode(distinctPictures, forKey: .distinctPictures)
        try container.encode(width, forKey: .width)
        try container.encode(height, forKey: .height)
        try container.encode(decodeSeconds, forKey: .decodeSeconds)
        try container.encode(analysisSeconds, forKey: .analysisSeconds)
        try container.encodeIfPresent(scene, forKey: .scene)
        try container.encodeIfPresent(comparison, forKey: .comparison)
        try container.encodeIfPresent(clickLogits, forKey: .clickLogits)
    }
}

extension SamplingReport.Verdict: Codable {
    private enum CodingKeys: String, CodingKey {
        case accepted, reason, detail
    }

    /// Reads `accepted` and either the figures or the reason.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if try container.decode(Bool.self, forKey: .accepted) {
            self = .accepted(try CoverageReading(from: decoder))
        } else {
            self = .rejected(
                reason: try container.decode(GapReason.self, forKey: .reason),
                detail: try container.decode(String.self, forKey: .detail))
        }
    }

    /// Writes `accepted` and either the figures or the reason.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .accepted(let reading):
            try container.encode(true, forKey: .accepted)
            try reading.encode(to: encoder)
        case .rejected(let reason, let detail):
            try container.encode(false, forKey: .accepted)
            try container.encode(reason, forKey: .reason)
            try container.encode(detail, forKey: .detail)
        }
    }
}
