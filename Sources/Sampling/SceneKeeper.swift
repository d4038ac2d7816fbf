import Imaging
import Vocabulary

/// Keeps a camera's scene memory through the measurements of a job.
struct SceneKeeper {
    private var memory: SceneMemory
    private var hasChanged = false
    /// The comparison of a frame of this measurement that passed: the others of its burst are of the
    /// same view.
    private var current: SceneComparison?
    private var newest: SceneComparison?
    /// Whether a frame of this measurement is mapped and nothing was learnt from it yet.
    private var canLearn = false

    /// Takes up what the job says of the view.
    init(_ memory: SceneMemory?) { self.memory = memory ?? SceneMemory(zone: 0) }

    /// Begins a measurement.
    mutating func beginMeasurement() {
        (current, newest) = (nil, nil)
        canLearn = false
    }

    /// Compares a frame with what is known of its camera's view.
    ///
    /// - Returns: `nil` where the picture can't be compared, or too little is known yet.
    mutating func compare(
        _ frame: borrowing Frame, land: LandCells, by surveyor: inout SceneSurveyor
    ) -> SceneComparison? {
        if let current { return current }
        newest = nil
        canLearn = surveyor.survey(frame, land: land)
        guard canLearn else { return nil }
        if memory.zone != land.zoneHash { memory = SceneMemory(zone: land.zoneHash) }
        newest = surveyor.compare(with: memory.views, land: land)
        return memory.isSettled ? newest : nil
    }

    /// Learns from the frame compared last, which has passed the whole gate.
    mutating func learn(
        _ frame: borrowing Frame, land: LandCells, by surveyor: borrowing SceneSurveyor
    ) {
        guard canLearn else { return }
        canLearn = false
        current = newest
        let isInPlace = newest.map { QualityGate.isInPlace($0, frame.width, frame.height) } ?? true
        let learnt = memory.learn(newest, isInPlace: isInPlace) {
            surveyor.view(land: land, offset: $0)
        }
        if learnt { hasChanged = true }
    }

    /// What this measurement's report says of the view; a memory is reported once.
    mutating func takeFinding(width: Int, height: Int) -> SceneFinding? {
        defer { hasChanged = false }
        guard newest != nil || hasChanged else { return nil }
        let known = memory.isSettled ? newest : nil
        return SceneFinding(
            correlation: known?.correlation,
            shiftX: known?.shift.map { $0.x * Double(width) },
            shiftY: known?.shift.map { $0.y * Double(height) },
            sharpnessRatio: known?.sharpnessRatio, memory: hasChanged ? memory : nil)
    }
}
