public import Imaging
public import PixelKernels

/// Computes the model's features of the cells of a frame, row by row.
///
/// Memory is kept from frame to frame.
public struct CellFeatureExtractor: ~Copyable {
    /// What the cells look like.
    public private(set) var cells = SurfaceCells()
    /// The features of the row that was computed last: a row for each
    /// ``PixelKernels/CellFeature``; its column 0 is the first of the cells' `columns`.
    public private(set) var features = CellRows(rowCount: CellFeature.allCases.count)
    /// So many features, the last ones, have one value in all cells of the picture.
    public var uniformFeatureCount: Int { context.levels.uniformFeatureCount }
    private var context = SurfaceContext()
    private var statistics = CellRows(rowCount: CellStatistic.allCases.count)
    private let kernels: KernelLevel

    /// Makes an extractor.
    public init(kernels: KernelLevel = .fast) { self.kernels = kernels }

    /// Measures the cells of a frame.
    ///
    /// - Parameters:
    ///   - frame: The picture.
    ///   - zone: The water.
    ///   - flicker: How the picture changed over the frames of a burst, this one included.
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func measure(
        _ frame: borrowing Frame, in zone: borrowing Zone, flicker: borrowing FlickerGrid
    ) {
        cells.measure(frame, in: zone, kernels: kernels)
        context.take(cells, flicker: flicker)
    }

    /// Computes the ``features`` of one row of cells.
    ///
    /// - Parameters:
    ///   - row: A row that the zone reaches.
    ///   - flicker: What ``measure(_:in:flicker:)`` was given.
    public mutating func compute(row: Int, flicker: borrowing FlickerGrid) {
        let columns = cells.columns
        context.write(row: row, columns: columns, of: cells, flicker: flicker, into: &statistics)
        features.computeFeatures(
            of: statistics, scene: context.levels, count: columns.count, kernels: kernels)
    }
}
