import Logging
import Vocabulary

/// A camera gave a sample.
struct SampleTaken: OperationalEvent {
    static let name = "samples"
    static let message: Logger.Message = "sample taken"
    let sample: CoverageSample
    var level: Logger.Level { .debug }
    var metadata: Logger.Metadata {
        [
            "camera": "\(sample.camera)", "time": "\(sample.time)",
            "coverage": "\(sample.coverage)",
        ]
    }
}

/// A camera gave a frame that was refused, or none.
struct SampleMissed: OperationalEvent {
    static let name = "gaps"
    static let message: Logger.Message = "no sample"
    let gap: SampleGap
    var level: Logger.Level { gap.reason.isRejectedFrame ? .debug : .warning }
    var metadata: Logger.Metadata {
        [
            "camera": "\(gap.camera)", "time": "\(gap.time)", "reason": "\(gap.reason.rawValue)",
            "detail": "\(gap.detail)",
        ]
    }
}

/// What the store holds about a camera can't be read, so the camera is not looked at.
struct CameraUnreadable: OperationalEvent {
    static let name = "cameras_unreadable"
    static let message: Logger.Message =
        "a camera's record can't be read, so it is not watched; see 'duckweed status'"
    let camera: CameraID
    var level: Logger.Level { .error }
    var metadata: Logger.Metadata { ["camera": "\(camera)"] }
}

/// A clip camera has come to the end of its clip.
struct ClipEnded: OperationalEvent {
    static let name = "clips_ended"
    static let message: Logger.Message = "clip ended"
    let camera: CameraID
    var level: Logger.Level { .info }
    var metadata: Logger.Metadata { ["camera": "\(camera)"] }
}

/// A source had packets that could not be decoded; they were passed over.
struct DamageSeen: OperationalEvent {
    static let name = "damaged_packets"
    static let message: Logger.Message = "damaged video was passed over"
    let job: String
    let packets: Int
    var count: Int { packets }
    var level: Logger.Level { .info }
    var metadata: Logger.Metadata { ["job": "\(job)", "packets": "\(packets)"] }
}
