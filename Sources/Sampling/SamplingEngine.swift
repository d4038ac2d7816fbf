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
        analyst.beginBurst()
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
                analyse(info, into: &group, for: &session)
            }
        } catch {
            failure = SamplingReport.Failure(error)
        }
        let measurement = group.measurement(
            job: session.job.id, decodeSeconds: feed.takeSeconds(),
            scene: session.scene.takeFinding(width: frame.width, height: frame.height))
        return (measurement, failure)
    }

    private mutating func analyse(
        _ info: FrameInfo, into group: inout FrameGroup, for session: inout SamplingSession
    ) {
        let stopwatch = ThreadStopwatch()
        let finding = analyst.judge(
            frame, outline: session.job.zone, geometry: session.job.geometry,
            calibration: session.calibration, scene: &session.scene)
        let isBetterPicture = group.add(
            finding, info: info, width: frame.width, height: frame.height,
            analysisSeconds: stopwatch.seconds)
        if isBetterPicture {
            session.show(
                frame, judgedBy: analyst, hasMask: finding.hasMask, in: finding.zone.zone)
        }
    }
}
