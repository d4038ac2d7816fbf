public import Imaging

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
    /// - Precondition: `zone` was made for the size of `frame`.
    mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, into mask: inout Mask)
}
