public import Imaging
import Vocabulary

/// Draws the frames of a clip one after the other, and says what is true of them.
public struct RiverFilm: ~Copyable {
    /// What the film shows.
    public let plan: ClipPlan
    /// The scene that it shows.
    public let scene: RiverScene
    private var canvas: RiverScene.Canvas

    /// Sets up the scene of a plan.
    ///
    /// - Throws: ``Imaging/ZoneError`` when the camera sees no water.
    public init(_ plan: ClipPlan) throws(ZoneError) {
        self.plan = plan
        scene = try RiverScene(site: plan.site, seed: plan.seed)
        canvas = RiverScene.Canvas(camera: plan.site.camera)
    }

    /// Draws every frame in order.
    ///
    /// - Parameter show: Is lent each frame; the first of each `framesPerSample` should become a
    ///   keyframe. The frame's memory is used again for the next one.
    /// - Returns: What is true of the keyframes.
    public mutating func play<Failure: Error>(
        _ show: (borrowing Frame) throws(Failure) -> Void
    ) throws(Failure) -> ClipTruth {
        var frame = Frame(width: plan.site.camera.width, height: plan.site.camera.height)
        var keyframes: [KeyframeTruth] = []
        for index in 0..<plan.sampleCount {
            let cover = scene.cover(of: plan, sample: index)
            for part in 0..<plan.framesPerSample {
                scene.draw(
                    moment(sample: index, part: part, cover: cover), on: &canvas, into: &frame)
                try show(frame)
            }
            keyframes.append(
                KeyframeTruth(
                    index: index, time: plan.time(ofSample: index),
                    coverageImage: cover.coverageImage, coverageGround: cover.coverageGround,
                    expected: plan.isNight ? .reject(.noColour) : .accept))
        }
        return ClipTruth(plan: plan, keyframes: keyframes)
    }

    private func moment(sample: Int, part: Int, cover: MatCover) -> RiverScene.Moment {
        let sinceStart = (plan.every.duration * sample).inSeconds
        return RiverScene.Moment(
            cover: cover,
            light: Light.daylight(at: plan.time(ofSample: sample), seed: plan.seed),
            isNight: plan.isNight,
            seconds: sinceStart + Double(part) / Double(plan.framesPerSecond),
            frameNumber: UInt64(sample * plan.framesPerSample + part))
    }
}
