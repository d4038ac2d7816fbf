/// How a stored picture must be turned or mirrored to stand upright.
///
/// The mirrors act on the stored picture, before rows and columns are exchanged.
struct DisplayOrientation: Hashable, Sendable {
    /// Whether columns run from right to left.
    var mirrorsColumns = false
    /// Whether rows run from bottom to top.
    var mirrorsRows = false
    /// Whether columns become rows.
    var exchangesAxes = false

    static let upright = DisplayOrientation()

    init() {}

    /// Reads the nearest multiple of 90° from a display matrix.
    ///
    /// The matrix is that of ISO/IEC 14496-12 (`tkhd`): nine fixed-point numbers a b u c d v x y w
    /// that take the stored point (p, q) to (a·p + c·q, b·p + d·q). Fewer than nine: upright.
    init(displayMatrix matrix: [Int32]) {
        guard matrix.count >= 9 else { return }
        let (a, b, c, d) = (matrix[0], matrix[1], matrix[3], matrix[4])
        exchangesAxes = max(b.magnitude, c.magnitude) > max(a.magnitude, d.magnitude)
        mirrorsColumns = exchangesAxes ? b < 0 : a < 0
        mirrorsRows = exchangesAxes ? c < 0 : d < 0
    }
}
