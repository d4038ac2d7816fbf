import Imaging
import Video
import Vocabulary

/// Compares what a job's frames show with what people said about them: labels and clicks.
///
/// Nothing here throws: a frame's measurement stands, whatever its labels are like.
struct LabelExamination: ~Copyable {
    /// The labels, where the job has any and they can be read.
    private(set) var sheet: LabelSheet?
    /// Why the labels could not be compared with.
    private(set) var problem: String?
    private let draw: ClickDraw?
    private let clicks: [SurfaceClick]?
    private var comparison: LabelComparison?
    private var clickLogits: [ClickLogit]?

    /// Reads what the job's frames are to be compared with.
    init(_ job: SamplingJob) {
        draw = job.labels?.draw
        clicks = job.clicks
        guard let labels = job.labels else { return }
        do {
            sheet = try LabelSheet(path: labels.path)
        } catch {
            problem = "\(error)"
        }
    }

    /// Whether there is nothing to compare with.
    var isIdle: Bool {
        switch sheet {
        case .some: false
        case nil: clicks == nil
        }
    }

    /// Compares the frame that the analyst judged last; what an earlier frame gave is forgotten.
    ///
    /// A frame that was refused before it was segmented has nothing judged.
    mutating func examine(
        _ analyst: borrowing FrameAnalyst, hasMask: Bool, in zone: borrowing Zone
    ) {
        guard !isIdle else { return }
        var drawn: [SurfaceClick] = []
        switch sheet {
        case .some(let sheet):
            if let problem = sheet.problem(width: zone.width, height: zone.height) {
                self.problem = problem
                return
            }
            comparison =
                hasMask
                ? analyst.mask.compared(with: sheet.plane, in: zone)
                : Mask(width: zone.width, height: zone.height).compared(
                    with: sheet.plane, in: zone)
            if let draw { drawn = sheet.clicks(draw, in: zone) }
        case nil: break
        }
        guard clicks != nil || draw != nil else { return }
        clickLogits = []
        for click in (clicks ?? []) + drawn {
            let isJudged = hasMask && zone.contains(x: click.x / 2, y: click.y / 2)
            clickLogits?.append(
                ClickLogit(
                    click: click,
                    logit: isJudged ? analyst.vegetationLogit(x: click.x, y: click.y) : nil))
        }
    }

    /// Adds to a measurement what was found; the next one starts anew.
    mutating func complete(_ measurement: inout SamplingReport.Measurement) {
        measurement.comparison = comparison
        measurement.clickLogits = clickLogits
        (comparison, clickLogits) = (nil, nil)
    }
}
