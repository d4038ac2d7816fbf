package import Vocabulary

// The rules by which a camera's view is learnt. Only frames that passed the whole gate are learnt
// from, so never one of a camera that has turned, nor of another place.

extension SceneMemory {
    /// Views that are kept at most: noon, dusk, and the same in another season.
    package static let viewsMax = 4
    /// Good frames that must resemble the first view before others are refused for not doing so.
    package static let confirmationsMin = 3
    /// Resemblance below which a good frame is a new look of the known place.
    package static let noveltyMax = 0.55
    /// Sharpness ratio above which the view was less sharp than it can be.
    private static let sharperMin = 1.25

    /// Whether pictures may be refused for not resembling the views.
    package var isSettled: Bool { confirmations >= Self.confirmationsMin }

    /// Learns from a good frame.
    ///
    /// - An empty memory takes its view.
    /// - Until a few frames have confirmed that view, one that does not resemble it takes its place:
    ///   the first frame may have been the bad one.
    /// - After that, a frame that resembles the views but little, in place and sharp, is added: other
    ///   light, or a season that goes on. The oldest view makes room for it.
    /// - A view grows sharper, step by step, as sharper frames of it come.
    ///
    /// - Parameters:
    ///   - comparison: With ``views``; `nil` when there are none.
    ///   - isInPlace: Whether the camera has not turned farther than the gate lets pass.
    ///   - view: Makes the view of the frame, given how far it has moved.
    /// - Returns: Whether the memory has changed.
    package mutating func learn(
        _ comparison: SceneComparison?, isInPlace: Bool,
        view: (SceneComparison.Shift) -> SceneView
    ) -> Bool {
        let origin = SceneComparison.Shift(x: 0, y: 0)
        guard let comparison, views.indices.contains(comparison.viewIndex) else {
            views = [view(origin)]
            return true
        }
        if !isSettled {
            if comparison.correlation < Self.noveltyMax || !isInPlace {
                views = [view(origin)]
                confirmations = 0
            } else {
                confirmations += 1
            }
            return true
        }
        if comparison.correlation < Self.noveltyMax {
            guard isInPlace, let shift = comparison.shift,
                comparison.sharpnessRatio >= Degradation.sharpRatio
            else { return false }
            views.append(view(shift))
            if views.count > Self.viewsMax { views.removeFirst() }
            return true
        }
        guard comparison.sharpnessRatio > Self.sharperMin else { return false }
        views[comparison.viewIndex].sharpness *= 1 + (comparison.sharpnessRatio - 1) / 4
        return true
    }
}
