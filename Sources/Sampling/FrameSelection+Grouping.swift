import Vocabulary

extension FrameSelection {
    /// Frames that make one measurement.
    var framesPerMeasurement: Int {
        switch self {
        case .burst(let count): count
        case .everyKeyframe, .keyframe, .mediaTime: 1
        }
    }

    /// Measurements after which the job is done.
    var measurementsMax: Int {
        switch self {
        case .everyKeyframe: .max
        case .burst, .keyframe, .mediaTime: 1
        }
    }

    /// Whether it is about one frame and no other, so that a damaged one can't be replaced.
    var namesOneFrame: Bool {
        switch self {
        case .keyframe, .mediaTime: true
        case .burst, .everyKeyframe: false
        }
    }
}
