public import Vocabulary

extension Zone {
    /// Rasterises a polygon.
    ///
    /// Scan conversion by the even-odd rule: a chroma pixel is inside when its centre, at
    /// (2x + 1, 2y + 1) in luma pixels, is. What lies outside the picture is cut off.
    ///
    /// - Parameters:
    ///   - polygon: The corners in pixels of a picture of the definition size.
    ///   - definedForWidth: Width of the picture on which the polygon was drawn.
    ///   - definitionHeight: Height of that picture.
    ///   - width: Width of the pictures to be measured, in luma pixels.
    ///   - height: Height of the pictures to be measured, in luma pixels.
    /// - Throws: ``ZoneError`` when the points make no polygon or none of it is in the picture.
    public init(
        polygon: [PicturePoint], definedForWidth: Int, height definitionHeight: Int, width: Int,
        height: Int
    ) throws(ZoneError) {
        guard definedForWidth > 0, definitionHeight > 0 else {
            throw .noDefinitionSize(width: definedForWidth, height: definitionHeight)
        }
        let shape = try PolygonShape(polygon).scaled(
            x: Double(width) / Double(definedForWidth),
            y: Double(height) / Double(definitionHeight))
        let runs = Self.runs(
            of: shape, chromaWidth: (width + 1) / 2, chromaHeight: (height + 1) / 2)
        guard !runs.isEmpty else { throw .outsidePicture(width: width, height: height) }
        self.init(width: width, height: height, runs: runs)
    }

    private static func runs(
        of shape: PolygonShape, chromaWidth: Int, chromaHeight: Int
    ) -> [ZoneRun] {
        var runs: [ZoneRun] = []
        var crossings: [Double] = []
        for row in 0..<chromaHeight {
            shape.crossings(at: Double(2 * row + 1), into: &crossings)
            for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                let start = firstColumn(rightOf: crossings[pair], chromaWidth: chromaWidth)
                let end = firstColumn(rightOf: crossings[pair + 1], chromaWidth: chromaWidth)
                if start < end { runs.append(ZoneRun(row: row, columns: start..<end)) }
            }
        }
        return runs
    }

    /// The first column whose centre is at or right of `x`, held within the picture.
    private static func firstColumn(rightOf x: Double, chromaWidth: Int) -> Int {
        let column = ((x - 1) / 2).rounded(.up)
        // Clamped before it is made an integer: a corner may lie absurdly far outside.
        return Int(min(max(column, 0), Double(chromaWidth)))
    }
}
