public import Alerting
public import Vocabulary

/// What is drawn of one camera.
public struct PlottedCamera: Sendable {
    /// The camera.
    public let camera: CameraID
    /// All looks, in the order of time.
    public let points: [SeriesPoint]
    /// All estimates, in the order of time.
    public let estimates: [GrowthEstimate]
    /// The alerts of the camera, and of its reach.
    public let alerts: [AlertSpan]
    /// The rules as they hold for the camera.
    public let rules: [AlertRule]

    /// Makes it of a camera's series and what became of it.
    public init(series: CameraSeries, record: WaterRecord, rules: [AlertRule]) {
        camera = series.camera
        points = series.points
        estimates = record.estimates.filter { $0.camera == series.camera }
        alerts = AlertSpan.spans(of: record.alerts).filter {
            $0.identity.camera == nil || $0.identity.camera == series.camera
        }
        self.rules = rules
    }

    /// From the first look to the last; at least a day.
    var span: (start: Timestamp, end: Timestamp)? {
        guard let first = points.first?.time, let last = points.last?.time else { return nil }
        return (first, max(last, first + .days(1)))
    }

    /// Silences and nights: times without a sample that are longer than usual.
    ///
    /// A gap is longer than 20 h and than three times the usual time between two samples: a night without
    /// light is none.
    var gaps: [PlotGap] {
        var gaps: [PlotGap] = []
        var last: Timestamp?
        var reasons: [GapReason] = []
        let longest = max(.seconds(20 * 3600), usualStep * 3)
        for point in points {
            if let reason = point.gapReason {
                if !reasons.contains(reason) { reasons.append(reason) }
                continue
            }
            if let last, point.time - last > longest {
                gaps.append(PlotGap(start: last, end: point.time, reasons: reasons))
            }
            last = point.time
            reasons = []
        }
        if let last, let end = points.last?.time, end - last > longest {
            gaps.append(PlotGap(start: last, end: end, reasons: reasons))
        }
        return gaps
    }

    /// The median time from one sample to the next.
    private var usualStep: Duration {
        let times = points.lazy.filter { $0.gapReason == nil }.map(\.time)
        let steps = zip(times, times.dropFirst()).map { $1 - $0 }.sorted()
        return steps.isEmpty ? .zero : steps[steps.count / 2]
    }
}

/// A time without samples.
struct PlotGap {
    let start: Timestamp
    let end: Timestamp
    /// Why, as far as looks said it.
    let reasons: [GapReason]

    /// `no samples: glare, timedOut`.
    var label: String {
        reasons.isEmpty
            ? "no samples" : "no samples: " + reasons.map(\.rawValue).joined(separator: ", ")
    }
}
