/// Says when the frames of a recording were captured.
///
/// A recording is judged by the same code as a live camera, and that code needs capture times. Most
/// video files hold none, so whoever replays one says how its time runs.
public enum ClipTimeline: Hashable, Sendable {
    /// As the source says for each frame (file name, EXIF).
    case recorded
    /// Each measurement one interval after the one before, whatever the media time.
    case every(start: Timestamp, interval: Duration)
    /// At the speed of the recording, from `start`.
    case media(start: Timestamp)
    /// `factor` times as long as the recording takes: a time lapse, from `start`.
    case scaled(start: Timestamp, factor: Double)

    /// The capture time of a measurement.
    ///
    /// - Parameters:
    ///   - index: Number of the measurement, from 0.
    ///   - mediaSeconds: Seconds from the start of the recording.
    ///   - recordedTime: When the frame was captured, as the source says.
    /// - Returns: `nil` when the timeline needs what the source does not say, or when the time can't
    ///   be held by a ``Timestamp``.
    public func captureTime(
        index: Int, mediaSeconds: Double?, recordedTime: Timestamp?
    ) -> Timestamp? {
        switch self {
        case .recorded:
            return recordedTime
        case .every(let start, let interval):
            let (nanoseconds, overflow) = interval.clampedNanoseconds
                .multipliedReportingOverflow(by: Int64(index))
            return overflow ? nil : start.advanced(byNanoseconds: nanoseconds)
        case .media(let start):
            return mediaSeconds.flatMap { start.advanced(bySeconds: $0) }
        case .scaled(let start, let factor):
            return mediaSeconds.flatMap { start.advanced(bySeconds: $0 * factor) }
        }
    }

    /// The capture time of what the sampler reported.
    public func captureTime(of measurement: SamplingReport.Measurement) -> Timestamp? {
        captureTime(
            index: measurement.index, mediaSeconds: measurement.mediaSeconds,
            recordedTime: measurement.recordedTime)
    }
}

extension Timestamp {
    /// Seconds on either side of the epoch that surely fit; just below 2^63 ns.
    fileprivate static let secondsOfRange = 9.2e9

    fileprivate func advanced(bySeconds seconds: Double) -> Timestamp? {
        guard abs(seconds) < Self.secondsOfRange else { return nil }
        return advanced(byNanoseconds: Int64((seconds * 1e9).rounded()))
    }

    fileprivate func advanced(byNanoseconds nanoseconds: Int64) -> Timestamp? {
        let (sum, overflow) = nanosecondsSinceEpoch.addingReportingOverflow(nanoseconds)
        return overflow ? nil : Timestamp(nanosecondsSinceEpoch: sum)
    }
}

extension ClipTimeline: Codable {
    private enum CodingKeys: String, CodingKey {
        case start, everySeconds, scale
    }

    /// Reads `{}`, `{"start": …}`, `{"start": …, "everySeconds": …}` or `{"start": …, "scale": …}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let start = try container.decodeIfPresent(Timestamp.self, forKey: .start) else {
            self = .recorded
            return
        }
        if let seconds = try container.decodeIfPresent(Double.self, forKey: .everySeconds) {
            // `Duration` ends the process when it can't hold the seconds.
            guard abs(seconds) < Timestamp.secondsOfRange else {
                throw DecodingError.dataCorruptedError(
                    forKey: .everySeconds, in: container,
                    debugDescription: "\(seconds) s is longer than 291 years; use fewer seconds")
            }
            self = .every(start: start, interval: .seconds(seconds))
        } else if let factor = try container.decodeIfPresent(Double.self, forKey: .scale) {
            self = .scaled(start: start, factor: factor)
        } else {
            self = .media(start: start)
        }
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .recorded: break
        case .every(let start, let interval):
            try container.encode(start, forKey: .start)
            try container.encode(interval.inSeconds, forKey: .everySeconds)
        case .media(let start):
            try container.encode(start, forKey: .start)
        case .scaled(let start, let factor):
            try container.encode(start, forKey: .start)
            try container.encode(factor, forKey: .scale)
        }
    }
}
