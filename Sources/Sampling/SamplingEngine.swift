import Imaging
public import PixelKernels
public import Segmentation
import Video
public import Vocabulary

/// Carries out sampling jobs: opens a source, takes keyframes, gates their quality, segments them
/// and measures the coverage.
///
/// Calls block until the job is over, so run each engine on a thread of its own. An engine keeps
/// its frame, its mask and the zones it has rasterised from job to job.
public struct SamplingEngine: ~Copyable {
    private var frame = Frame()
    /// The last good frame of the measurement under way.
    private var goodFrame = Frame()
    private var analyst: FrameAnalyst

    /// Makes an engine.
    ///
    /// - Parameter kernels: The fast loops over pixels, or the reference that they are tested
    ///   against.
    public init(model: VegetationModel, kernels: KernelLevel = .fast) {
        analyst = FrameAnalyst(model: model, kernels: kernels)
    }

    /// The model that finds the plants, as samples name it.
    public var model: String { analyst.model }

    /// Carries out one job.
    ///
    /// - Parameters:
    ///   - job: What to do.
    ///   - report: Is called on this thread: any number of times with a measurement, then exactly
    ///     once with the end.
    public mutating func run(_ job: SamplingJob, report: (SamplingReport) -> Void) {
        var end = SamplingReport.End(job: job.id, measurements: 0, damaged: 0)
        if let recalibration = job.recalibration, recalibration.model != analyst.model {
            end.failure = .outdated(recalibration, model: analyst.model)
            return report(.ended(end))
        }
        do throws(VideoError) {
            var feed = try KeyframeFeed(job.source, deadlineSeconds: job.deadlineSeconds)
            var session = SamplingSession(job)
            analyst.begin()
            end.failure = measure(&feed, for: &session, report: report)
            end.measurements = session.measurementCount
            end.damaged = feed.damagedCount
            end.overlayProblem = session.finishOverlay()
            end.labelsProblem = session.labelsProblem
        } catch {
            end.failure = SamplingReport.Failure(error)
        }
        report(.ended(end))
    }

    /// Takes the frames of a job and reports a measurement for each group of them.
    private mutating func measure(
        _ feed: inout KeyframeFeed, for session: inout SamplingSession,
        report: (SamplingReport) -> Void
    ) -> SamplingReport.Failure? {
        let selection = session.job.selection
        do throws(VideoError) {
            guard try feed.position(at: selection) else { return nil }
        } catch {
            return SamplingReport.Failure(error)
        }
        while session.measurementCount < selection.measurementsMax {
            let (measurement, failure) = measureGroup(&feed, for: &session)
            guard var measurement else { return failure ?? session.failureAtEnd }
            session.record(&measurement)
            report(.measured(measurement))
            // A burst that was cut short is still a measurement, and its camera is well.
            if failure != nil { return nil }
            feed.restartDeadline()
        }
        return nil
    }

    /// Takes the frames of one measurement.
    ///
    /// - Returns: The measurement of the frames that came, and what ended them too soon. Both are
    ///   `nil` at the end of a file.
    private mutating func measureGroup(
        _ feed: inout KeyframeFeed, for session: inout SamplingSession
    ) -> (SamplingReport.Measurement?, SamplingReport.Failure?) {
        var group = FrameGroup()
        var good: FrameAnalyst.Finding?
        var refused: FrameAnalyst.Finding?
        analyst.beginMeasurement(frameCount: session.job.selection.framesPerMeasurement)
        session.scene.beginMeasurement()
        var failure: SamplingReport.Failure?
        do throws(VideoError) {
            while group.count < session.job.selection.framesPerMeasurement,
                let info = try feed.next(into: &frame)
            {
                if info.isDamaged {
                    guard session.job.selection.namesOneFrame else { continue }
                    failure = .damaged(keyframe: info.index, of: session.job.source)
                    break
                }
                let finding = inspect(info, into: &group, for: &session)
                if finding.refusal == nil {
                    good = finding
                    swap(&frame, &goodFrame)
                } else {
                    refused = finding
                }
            }
        } catch {
            failure = SamplingReport.Failure(error)
        }
        let verdict = conclude(good, refused, &group, for: &session)
        let measurement = group.measurement(
            job: session.job.id, verdict: verdict, decodeSeconds: feed.takeSeconds(),
            scene: session.scene.takeFinding(width: frame.width, height: frame.height))
        return (measurement, failure)
    }

    private mutating func inspect(
        _ info: FrameInfo, into group: inout FrameGroup, for session: inout SamplingSession
    ) -> FrameAnalyst.Finding {
        let stopwatch = ThreadStopwatch()
        let finding = analyst.inspect(
            frame, outline: session.job.zone, geometry: session.job.geometry,
            scene: &session.scene)
        group.add(finding, info: info, width: frame.width, height: frame.height)
        group.analysisSeconds += stopwatch.seconds
        return finding
    }

    /// Measures the last good frame of a group, and shows it; without a good one the last refused.
    private mutating func conclude(
        _ good: FrameAnalyst.Finding?, _ refused: FrameAnalyst.Finding?,
        _ group: inout FrameGroup, for session: inout SamplingSession
    ) -> SamplingReport.Verdict {
        if let refusal = group.summary.refusal {
            if let good {
                session.show(goodFrame, judgedBy: analyst, hasMask: false, in: good.zone.zone)
            } else if let refused {
                session.show(frame, judgedBy: analyst, hasMask: false, in: refused.zone.zone)
            }
            return .rejected(reason: refusal.reason, detail: refusal.detail)
        }
        guard let good else { return .rejected(reason: .corruptMedia, detail: "") }
        let stopwatch = ThreadStopwatch()
        let verdict = analyst.measure(goodFrame, good, calibration: session.calibration)
        group.analysisSeconds += stopwatch.seconds
        session.show(goodFrame, judgedBy: analyst, hasMask: true, in: good.zone.zone)
        return group.summary.verdict(ofMeasured: verdict)
    }
}
