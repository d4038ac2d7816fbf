/// Rows of what the cells of a row look like: that in which plants and water of a scene differ.
///
/// Numbers behind the last cell, up to a full vector, may be anything finite.
public struct SurfaceMeasures {
    /// Kinds of numbers.
    public static let kinds = 5

    let luma, blue, red, activity, contrast: UnsafePointer<Float>

    /// Puts rows together.
    ///
    /// - Parameters:
    ///   - luma: Mean luma.
    ///   - blue: Mean Cb.
    ///   - red: Mean Cr.
    ///   - activity: How rough the cell and its neighbours are, 0…1.
    ///   - contrast: How the cell and its neighbours differ from one another, 0…1.
    public init(
        luma: UnsafePointer<Float>, blue: UnsafePointer<Float>, red: UnsafePointer<Float>,
        activity: UnsafePointer<Float>, contrast: UnsafePointer<Float>
    ) {
        self.luma = luma
        self.blue = blue
        self.red = red
        self.activity = activity
        self.contrast = contrast
    }

    @inline(__always)
    func load(_ cell: Int) -> InlineArray<5, FloatVector> {
        [
            FloatVector.load(luma + cell), FloatVector.load(blue + cell),
            FloatVector.load(red + cell), FloatVector.load(activity + cell),
            FloatVector.load(contrast + cell),
        ]
    }
}
