/// Rows of what the cells of a row look like: that in which plants and water of a scene differ.
///
/// Numbers behind the last cell, up to a full vector, may be anything finite.
public struct SurfaceMeasures {
    /// Kinds of numbers.
    public static let kinds = 5

    private let rows: InlineArray<5, UnsafePointer<Float>>

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
        rows = [luma, blue, red, activity, contrast]
    }

    /// One measure of the cells from one on.
    @inline(__always)
    func load(_ kind: Int, _ cell: Int) -> FloatVector { .load(rows[kind] + cell) }

    /// All measures of the cells from one on.
    @inline(__always)
    func load(_ cell: Int) -> InlineArray<5, FloatVector> {
        [load(0, cell), load(1, cell), load(2, cell), load(3, cell), load(4, cell)]
    }
}
