public import Imaging

/// A scene whose every pixel is known: a short burst of pictures of one place.
public protocol LabelledScene {
    /// Pixels in a row.
    var width: Int { get }
    /// Rows.
    var height: Int { get }
    /// What is true of it.
    var truth: SceneTruth { get }

    /// Draws the next picture of the burst, 0.2 to 0.6 s after the one before.
    mutating func drawNext(into frame: inout Frame)

    /// The class of each pixel, as numbers of ``SceneClass``, for the pictures drawn so far.
    func mask() -> Plane
}

/// The ways in which labelled scenes are made.
///
/// They share the camera's geometry and Fresnel's law; what they draw, and how, is different, so
/// that one can tell what a model has learnt from the other.
public enum SceneGenerator: String, CaseIterable, Sendable {
    /// Fractal noise, sine waves, a painted bank: what models are trained on.
    case training
    /// Cellular noise, wave packets, layered shores, a filmic curve: never trained on.
    case testing

    /// Draws up scene `number` of a seed; the same ones give the same bytes.
    ///
    /// - Parameters:
    ///   - seed: The seed of a set of scenes.
    ///   - number: Which of them.
    ///   - fronds: Photographs that half of the training scenes' plants are made of.
    /// - Returns: `nil` when the camera happens to see no water.
    public func scene(
        seed: UInt64, number: Int, fronds: FrondLibrary? = nil
    ) -> (any LabelledScene)? {
        switch self {
        case .training: StillScene(seed: seed, number: number, fronds: fronds)
        case .testing: CellularScene(seed: seed, number: number)
        }
    }
}
