public import Imaging
public import PixelKernels
public import Vocabulary

/// Finds vegetation with a small network that sees the colour, texture, surroundings, flicker and
/// mirror image of each cell of 8 × 8 luma pixels.
public struct PerceptronSegmenter: Segmenter, ~Copyable {
    /// Name, version and hash of the model.
    public var model: String { network.name }

    private let network: VegetationModel
    private let threshold: Double
    private var extractor: CellFeatureExtractor
    private var outputs = CellRows(rowCount: VegetationModel.Output.allCases.count)
    private var logits = CellLogits()
    private var adaptation = SceneAdaptation()
    private var painter: MaskPainter

    /// Makes a segmenter of a model.
    public init(_ model: VegetationModel, kernels: KernelLevel = .fast) {
        network = model
        threshold = model.header.calibration.logitThreshold
        extractor = CellFeatureExtractor(kernels: kernels)
        painter = MaskPainter(kernels: kernels)
    }

    /// Judges each chroma pixel of `frame` that lies in `zone`.
    ///
    /// - Precondition: `zone` was made for the size of `frame`.
    public mutating func segment(
        _ frame: borrowing Frame, in zone: borrowing Zone, flicker: borrowing FlickerGrid,
        calibration: LogitCalibration, into mask: inout Mask
    ) {
        extractor.measure(frame, in: zone, flicker: flicker)
        logits.reset(
            width: extractor.cells.width, height: extractor.cells.height,
            rows: extractor.cells.zoneRows)
        adaptation.reset(extractor.cells)
        let columns = extractor.cells.columns
        for row in extractor.cells.zoneRows {
            extractor.compute(row: row, flicker: flicker)
            outputs.evaluate(
                network.network, on: extractor.features, count: columns.count,
                uniformCount: extractor.uniformFeatureCount)
            logits.store(
                row: row, columns: columns, logits: outputs,
                slope: Float(calibration.slope), offset: Float(calibration.offset - threshold))
            adaptation.look(
                row: row, of: extractor.cells, features: extractor.features, logits: logits)
        }
        adaptation.adapt(
            &logits, of: extractor.cells, isCalibrated: calibration != .identity)
        painter.paint(&logits, of: extractor.cells, frame: frame, zone: zone, into: &mask)
    }

    /// The logit of vegetation, before any correction, of the cell that holds a luma pixel.
    public borrowing func vegetationLogit(x: Int, y: Int) -> Double? {
        let (column, row) = (x / lumaCellSize, y / lumaCellSize)
        guard x >= 0, y >= 0, column < extractor.cells.width, row < extractor.cells.height,
            extractor.cells.share[column, row] > 0
        else { return nil }
        return Double(logits.vegetation[column, row]) - threshold
    }
}
