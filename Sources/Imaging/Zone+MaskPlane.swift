extension Zone {
    /// Reads a zone from a picture in which the water is marked.
    ///
    /// Values 1, 2 and 3 are water; everything else is not. In a picture that holds only 0 and
    /// 255, 255 is the water. A picture of another size is scaled (nearest pixel).
    ///
    /// - Parameters:
    ///   - maskPlane: The marked picture.
    ///   - width: Width of the pictures to be measured, in luma pixels.
    ///   - height: Height of the pictures to be measured, in luma pixels.
    /// - Throws: ``ZoneError/maskHasNoWater`` when no pixel is marked.
    public init(maskPlane: borrowing Plane, width: Int, height: Int) throws(ZoneError) {
        guard maskPlane.width > 0, maskPlane.height > 0 else { throw .maskHasNoWater }
        var isWater = [Bool](repeating: false, count: 256)
        if Self.holdsOnlyExtremes(maskPlane) {
            isWater[255] = true
        } else {
            for value in 1...3 { isWater[value] = true }
        }
        let (chromaWidth, chromaHeight) = Frame.chromaSize(width: width, height: height)
        var runs: [ZoneRun] = []
        for row in 0..<chromaHeight {
            let y = Self.nearest(row, pictureSize: height, maskSize: maskPlane.height)
            var start: Int?
            for column in 0...chromaWidth {
                let isInside =
                    column < chromaWidth
                    && isWater[
                        Int(
                            maskPlane[
                                Self.nearest(
                                    column, pictureSize: width, maskSize: maskPlane.width), y])]
                if isInside {
                    start = start ?? column
                } else if let first = start {
                    runs.append(ZoneRun(row: row, columns: first..<column))
                    start = nil
                }
            }
        }
        guard !runs.isEmpty else { throw .maskHasNoWater }
        self.init(width: width, height: height, runs: runs)
    }

    private static func holdsOnlyExtremes(_ plane: borrowing Plane) -> Bool {
        for y in 0..<plane.height {
            for x in 0..<plane.width where plane[x, y] != 0 && plane[x, y] != 255 { return false }
        }
        return true
    }

    /// The mask pixel that holds the centre of chroma pixel `index`.
    private static func nearest(_ index: Int, pictureSize: Int, maskSize: Int) -> Int {
        min((2 * index + 1) * maskSize / pictureSize, maskSize - 1)
    }
}
