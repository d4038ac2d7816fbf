import SiteConfiguration
import Vocabulary

/// Finds the capture times of a recording from what the command line gives and the frames say.
struct ReplayTiming: Sendable {
    private let start: Timestamp?
    private let pace: ClipPlayback.Pace?

    /// Makes a timing; what the command line does not say is as the site's camera is played.
    init(start: Timestamp?, every: Duration?, playback: ClipPlayback?) {
        self.start = start ?? playback?.start
        pace = every.map { .timeLapse(every: $0) } ?? playback?.pace
    }

    /// How capture times run where that is given; `nil` leaves it to the frames.
    ///
    /// - Parameter offset: Measurements of this camera in recordings before this one.
    func timeline(offset: Int) -> ClipTimeline? {
        switch pace {
        case .timeLapse(let every):
            .every(start: (start ?? .epoch) + every * offset, interval: every)
        case .scaled(let factor):
            .scaled(start: start ?? .epoch, factor: factor)
        case nil:
            start.map { .media(start: $0) }
        }
    }

    /// The capture time of a measurement.
    ///
    /// It is as the command line says, else as the frame says, else by the clip's own clock from
    /// 1970 on. Pictures without any time are a second apart.
    func captureTime(
        of measurement: SamplingReport.Measurement, offset: Int
    ) -> Timestamp {
        let origin = start ?? .epoch
        return timeline(offset: offset)?.captureTime(of: measurement)
            ?? (start == nil ? measurement.recordedTime : nil)
            ?? ClipTimeline.media(start: origin).captureTime(of: measurement)
            ?? origin + .seconds(offset + measurement.index)
    }
}
