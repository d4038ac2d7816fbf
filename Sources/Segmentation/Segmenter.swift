public import Imaging
public import Vocabulary

/// Tells floating vegetation from open water in a frame.
///
/// A segmenter owns working memory that it keeps from frame to frame: it can't be copied, and each
/// thread needs one of its own.
public protocol Segmenter: ~Copyable {
    /// Name and version of the model, such as `green-excess-1`; stored with every sample.
    var model: String { get }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// `mask` is made to fit; what it held is lost. Pixels outside the zone become
    /// ``SurfaceClass/unjudged``.
    ///
    /// - Parameter calibration: The camera's own correction of the logit.
    /// - Precondition: `zone` was made for the size of `frame`.
    mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, calibration: LogitCalibration,
        into mask: inout Mask)

    /// The logit of vegetation, before any correction, of the cell of 8 × 8 luma pixels that holds
    /// luma pixel `x`, `y` of the frame segmented last; `nil` where it was not judged.
    borrowing func vegetationLogit(x: Int, y: Int) -> Double?
}

extension Segmenter where Self: ~Copyable {
    /// Judges each chroma pixel of `frame` that lies in `zone` by the model as it is.
    public mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, into mask: inout Mask
    ) {
        segment(frame, in: zone, calibration: .identity, into: &mask)
    }
}
