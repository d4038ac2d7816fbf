#if canImport(Glibc)
    import Glibc
#endif
public import Imaging
public import PixelKernels
public import Vocabulary

/// Finds vegetation with a small network that sees the colour, texture, surroundings, flicker and
/// mirror image of each cell of 8 × 8 luma pixels.
public struct PerceptronSegmenter: Segmenter, ~Copyable {
    /// Name, version and hash of the model.
    public var model: String { network.name }

    private let network: VegetationModel
    private let kernels: KernelLevel
    private var cells = SurfaceCells()
    private var context = SurfaceContext()
    private var statistics = CellRows(rowCount: CellStatistic.allCases.count)
    private var features = CellRows(rowCount: CellFeature.allCases.count)
    private var outputs = CellRows(rowCount: VegetationModel.Output.allCases.count)
    private var logits = CellLogits()
    private var painter: MaskPainter

    /// Makes a segmenter of a model.
    public init(_ model: VegetationModel, kernels: KernelLevel = .fast) {
        network = model
        self.kernels = kernels
        painter = MaskPainter(kernels: kernels)
    }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, flicker: borrowing FlickerGrid,
        calibration: LogitCalibration, into mask: inout Mask
    ) {
        cells.measure(frame, in: zone, kernels: kernels)
        logits.reset(width: cells.width, height: cells.height)
        context.take(cells, flicker: flicker)
        let offset = calibration.offset - network.threshold
        for row in cells.zoneRows {
            let columns = cells.columns
            context.write(
                row: row, columns: columns, of: cells, flicker: flicker, into: &statistics)
            features.computeFeatures(
                of: statistics, scene: context.levels, count: columns.count, kernels: kernels)
            outputs.evaluate(network.network, on: features, count: columns.count)
            logits.store(
                row: row, columns: columns, of: cells, logits: outputs,
                slope: Float(calibration.slope), offset: Float(offset))
        }
        painter.paint(logits, of: cells, frame: frame, zone: zone, into: &mask)
    }

    /// The logit of vegetation, before any correction, of the cell that holds a luma pixel.
    public borrowing func vegetationLogit(x: Int, y: Int) -> Double? {
        let (column, row) = (x / lumaCellSize, y / lumaCellSize)
        guard column >= 0, row >= 0, column < cells.width, row < cells.height,
            cells.share[column, row] > 0
        else { return nil }
        return Double(logits.vegetation[column, row])
    }
}

extension VegetationModel {
    /// The logit from which a cell is vegetation.
    var threshold: Double {
        let probability = header.calibration.thresholdEnter
        return log(probability / (1 - probability))
    }
}
