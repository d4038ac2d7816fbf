public import Vocabulary

extension Mask {
    /// Compares the mask with labels, luma pixel by luma pixel.
    ///
    /// A chroma pixel of the mask stands for its 2 × 2 luma pixels. Compared are the labelled water
    /// pixels in the zone's chroma pixels.
    ///
    /// - Parameters:
    ///   - labels: Raw values of ``LabelClass``, one for each luma pixel.
    ///   - zone: The water.
    /// - Precondition: `zone` was made for the picture size of the mask, and `labels` has that size.
    public borrowing func compared(
        with labels: borrowing Plane, in zone: borrowing Zone
    ) -> LabelComparison {
        precondition(
            zone.chromaWidth == classes.width && zone.chromaHeight == classes.height
                && labels.width == zone.width && labels.height == zone.height,
            "zone and labels must fit the mask")
        var comparison = LabelComparison()
        comparison.count(labels)
        for run in zone.runs {
            let columns = 2 * run.columns.lowerBound..<min(2 * run.columns.upperBound, zone.width)
            for y in 2 * run.row..<min(2 * run.row + 2, zone.height) {
                for x in columns {
                    guard let label = LabelClass(rawValue: labels[x, y]), label.isWater else {
                        continue
                    }
                    comparison.count(self[x / 2, run.row], labelled: label)
                }
            }
        }
        return comparison
    }
}

extension LabelComparison {
    fileprivate mutating func count(_ surface: SurfaceClass, labelled label: LabelClass) {
        switch (surface == .vegetation, label == .vegetation) {
        case (true, true): truePositives += 1
        case (true, false): falsePositives += 1
        case (false, true): falseNegatives += 1
        case (false, false): trueNegatives += 1
        }
        if surface == .unjudged { unjudged += 1 }
    }

    fileprivate mutating func count(_ labels: borrowing Plane) {
        for y in 0..<labels.height {
            for x in 0..<labels.width {
                guard let label = LabelClass(rawValue: labels[x, y]), label.isWater else {
                    continue
                }
                labelledWater += 1
                if label == .vegetation { labelledVegetation += 1 }
            }
        }
    }
}
