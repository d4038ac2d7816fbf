/// How the numbers of a Y′CbCr picture stand for colours.
///
/// Frames keep the decoder's own numbers; what reads them asks here for the weights that bring
/// them to one convention, full-range BT.601 (that of JPEG).
public struct ColourEncoding: Hashable, Sendable {
    /// Which primaries' weights make luma.
    public enum Matrix: Hashable, Sendable {
        /// ITU-R BT.601: Kr 0.299, Kb 0.114.
        case bt601
        /// ITU-R BT.709: Kr 0.2126, Kb 0.0722.
        case bt709
        /// ITU-R BT.2020, non-constant luminance: Kr 0.2627, Kb 0.0593.
        case bt2020
    }

    /// Which part of 0…255 is used.
    public enum Range: Hashable, Sendable {
        /// Luma 16…235, chroma 16…240.
        case limited
        /// Luma and chroma 0…255.
        case full
    }

    /// The matrix.
    public var matrix: Matrix
    /// The range.
    public var range: Range

    /// Makes an encoding.
    public init(matrix: Matrix, range: Range) {
        self.matrix = matrix
        self.range = range
    }

    /// The convention of everything that is measured: full-range BT.601.
    public static let reference = ColourEncoding(matrix: .bt601, range: .full)

    /// Weights of red and blue in luma.
    package var lumaWeights: (red: Double, blue: Double) {
        switch matrix {
        case .bt601: (0.299, 0.114)
        case .bt709: (0.2126, 0.0722)
        case .bt2020: (0.2627, 0.0593)
        }
    }
}
