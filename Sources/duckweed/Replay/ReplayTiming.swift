import Vocabulary

/// Finds the capture times of a recording from what the command line gives and the frames say.
struct ReplayTiming: Sendable {
    let start: Timestamp?
    let every: Duration?

    /// How capture times run where the command line says so; `nil` leaves it to the frames.
    ///
    /// - Parameter offset: Measurements of this camera in recordings before this one.
    func timeline(offset: Int) -> ClipTimeline? {
        if let every {
            return .every(start: (start ?? .epoch) + every * offset, interval: every)
        }
        return start.map { .media(start: $0) }
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
