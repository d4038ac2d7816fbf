public import Imaging
public import Vocabulary

/// Tells floating vegetation from open water in a frame.
///
/// A segmenter owns working memory that it keeps from frame to frame: it can't be copied, and each
/// thread needs one of its own.
public protocol Segmenter: ~Copyable {
    /// Name and version of the model, such as `vegseg-day-1.0.0+1c8a44f0`; stored with every sample.
    var model: String { get }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// `mask` is made to fit; what it held is lost. Pixels outside the zone become
    /// ``SurfaceClass/unjudged``.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - zone: The water.
    ///   - flicker: How the picture changed over the frames of a burst, this one included.
    ///   - calibration: The camera's own correction of the logit.
    ///   - mask: What was found.
    /// - Precondition: `zone` was made for the size of `frame`.
    mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, flicker: borrowing FlickerGrid,
        calibration: LogitCalibration, into mask: inout Mask)

    /// The logit of vegetation, before any correction, of the cell of 8 × 8 luma pixels that holds
    /// luma pixel `x`, `y` of the frame segmented last; `nil` where it was not judged.
    borrowing func vegetationLogit(x: Int, y: Int) -> Double?
}
