import Imaging
import Segmentation
import Video
public import Vocabulary

/// Lists the cells of labelled pictures with their labels and features, for training.
///
/// The features are those that the model sees when it judges, computed by the same code.
public struct LabelledCells: ~Copyable {
    private var frame = Frame()
    private var flicker = FlickerGrid()
    private var extractor = CellFeatureExtractor()

    /// Share of a cell that must be labelled water for the cell to be listed.
    public static let shareMin: Float = 0.75
    /// Mean luma from which a cell without colour is glare.
    static let glareLuma: Float = 240
    /// |Cb| and |Cr| below which a bright cell has no colour.
    static let glareChroma: Float = 6

    /// Makes a list of nothing.
    public init() {}

    /// One cell: where it is, what it is labelled as, and its features in the model's order.
    public struct Example {
        /// Row of cells.
        public let row: Int
        /// Column of cells.
        public let column: Int
        /// The number of a ``Segmentation/VegetationModel/Output``.
        public let label: Int
        /// The features.
        public let features: [Float]
    }

    /// Lists the cells of one picture.
    ///
    /// - Throws: Why the picture or its labels can't be read.
    public mutating func list(_ request: ExampleRequest) throws -> [Example] {
        let labels = try LabelSheet(path: request.labels)
        let zone = try Zone(
            maskPlane: labels.plane, width: labels.plane.width, height: labels.plane.height)
        flicker.clear()
        var reader = try VideoReader(request.source, deadlineSeconds: 60)
        for _ in 0..<request.frames {
            guard try reader.nextKeyframe(into: &frame) != nil else { break }
            if let problem = labels.problem(width: frame.width, height: frame.height) {
                throw SamplingReport.Failure(reason: .corruptMedia, message: problem)
            }
            flicker.add(frame, in: zone)
        }
        extractor.measure(frame, in: zone, flicker: flicker)
        return examples(labels, request)
    }

    private mutating func examples(
        _ labels: borrowing LabelSheet, _ request: ExampleRequest
    ) -> [Example] {
        var places = candidates()
        var random = SeededRandom(seed: request.seed)
        places.shuffle(using: &random)
        let chosen = Dictionary(grouping: places.prefix(request.cellsMax), by: \.row)
        var examples: [Example] = []
        for (row, places) in chosen.sorted(by: { $0.key < $1.key }) {
            extractor.compute(row: row, flicker: flicker)
            for place in places.sorted(by: { $0.column < $1.column }) {
                examples.append(example(place, labels))
            }
        }
        return examples
    }

    private func candidates() -> [(row: Int, column: Int)] {
        let cells = extractor.cells.columns
        return extractor.cells.zoneRows.flatMap { row in
            cells.compactMap { column in
                extractor.cells.share[column, row] > Self.shareMin ? (row, column) : nil
            }
        }
    }

    private func example(
        _ place: (row: Int, column: Int), _ labels: borrowing LabelSheet
    ) -> Example {
        let column = place.column - extractor.cells.columns.lowerBound
        return Example(
            row: place.row, column: place.column, label: label(place, labels).rawValue,
            features: (0..<extractor.features.rowCount).map { extractor.features[$0, column] })
    }

    /// What most of a cell's labelled pixels are.
    private func label(
        _ place: (row: Int, column: Int), _ labels: borrowing LabelSheet
    ) -> VegetationModel.Output {
        let isBright = extractor.cells.luma[place.column, place.row] > Self.glareLuma
        if isBright, abs(extractor.cells.blue[place.column, place.row]) < Self.glareChroma,
            abs(extractor.cells.red[place.column, place.row]) < Self.glareChroma
        {
            return .invalid
        }
        var counts = (vegetation: 0, other: 0, all: 0)
        for y in 8 * place.row..<min(8 * place.row + 8, labels.plane.height) {
            for x in 8 * place.column..<min(8 * place.column + 8, labels.plane.width) {
                switch LabelClass(rawValue: labels.plane[x, y]) {
                case .vegetation: counts.vegetation += 1
                case .otherMatter: counts.other += 1
                case .openWater: break
                default: continue
                }
                counts.all += 1
            }
        }
        if 2 * counts.vegetation > counts.all { return .vegetation }
        return 2 * counts.other > counts.all ? .other : .water
    }
}
