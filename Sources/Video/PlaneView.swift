internal import Imaging

/// One channel inside memory that a decoder or another frame owns, for the length of a copy.
///
/// Steps are in bytes and may be negative, so that turning and mirroring cost no pass of their own.
struct PlaneView {
    private var origin: UnsafePointer<UInt8>
    private var columnStep: Int
    private var rowStep: Int
    private var width: Int
    private var height: Int

    /// Views `height` rows of `width` samples that lie `columnStep` bytes apart.
    init(
        _ origin: UnsafePointer<UInt8>, width: Int, height: Int, columnStep: Int = 1, rowStep: Int
    ) {
        self.origin = origin
        self.width = width
        self.height = height
        self.columnStep = columnStep
        self.rowStep = rowStep
    }

    /// The same samples, upright.
    func turned(_ orientation: DisplayOrientation) -> PlaneView {
        var view = self
        if orientation.mirrorsColumns, width > 0 {
            view.origin += columnStep * (width - 1)
            view.columnStep = -columnStep
        }
        if orientation.mirrorsRows, height > 0 {
            view.origin += rowStep * (height - 1)
            view.rowStep = -rowStep
        }
        if orientation.exchangesAxes {
            swap(&view.columnStep, &view.rowStep)
            swap(&view.width, &view.height)
        }
        return view
    }

    /// Copies the samples into a plane of the same size.
    func copy(into plane: inout Plane) {
        precondition(plane.width == width && plane.height == height, "planes differ in size")
        let stride = plane.stride
        plane.withMutableBytes { bytes in
            guard let target = bytes.baseAddress else { return }
            for y in 0..<height {
                let row = target + y * stride
                let source = origin + y * rowStep
                if columnStep == 1 {
                    row.update(from: source, count: width)
                } else {
                    for x in 0..<width { row[x] = source[x * columnStep] }
                }
            }
        }
    }
}
