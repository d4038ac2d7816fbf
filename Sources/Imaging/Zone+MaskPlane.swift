extension Zone {
    /// Reads a zone from a picture in which the water is marked.
    ///
    /// A mask holds 0 and 255 alone, and 255 is the water; or it holds the classes 0 to 3 besides
    /// 255, and 1, 2 and 3 are water. Any other value, such as the grey of a soft edge, would leave
    /// open what is water. A picture of another size is scaled (nearest pixel).
    ///
    /// - Parameters:
    ///   - maskPlane: The marked picture.
    ///   - width: Width of the pictures to be measured, in luma pixels.
    ///   - height: Height of the pictures to be measured, in luma pixels.
    /// - Throws: ``ZoneError/maskHasNoWater`` when no pixel is marked, and
    ///   ``ZoneError/maskHasOtherValues(value:count:)`` for the most frequent other value.
    public init(maskPlane: borrowing Plane, width: Int, height: Int) throws(ZoneError) {
        guard maskPlane.width > 0, maskPlane.height > 0 else { throw .maskHasNoWater }
        let water = try Self.waterValues(in: maskPlane)
        let (chromaWidth, chromaHeight) = Frame.chromaSize(width: width, height: height)
        var runs: [ZoneRun] = []
        for row in 0..<chromaHeight {
            let y = Self.nearest(row, pictureSize: height, maskSize: maskPlane.height)
            var start: Int?
            for column in 0...chromaWidth {
                let isInside =
                    column < chromaWidth
                    && water.contains(
                        maskPlane[
                            Self.nearest(
                                column, pictureSize: width, maskSize: maskPlane.width), y])
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

    /// The values that mark water in a mask.
    private static func waterValues(
        in plane: borrowing Plane
    ) throws(ZoneError) -> ClosedRange<UInt8> {
        var counts = [Int](repeating: 0, count: 256)
        for y in 0..<plane.height {
            for x in 0..<plane.width { counts[Int(plane[x, y])] += 1 }
        }
        if let other = (UInt8(4)...254).max(by: { counts[Int($0)] < counts[Int($1)] }),
            counts[Int(other)] > 0
        {
            throw .maskHasOtherValues(value: other, count: counts[Int(other)])
        }
        return counts[1...3].contains { $0 > 0 } ? 1...3 : 255...255
    }

    /// The mask pixel that holds the centre of chroma pixel `index`.
    private static func nearest(_ index: Int, pictureSize: Int, maskSize: Int) -> Int {
        min((2 * index + 1) * maskSize / pictureSize, maskSize - 1)
    }
}
