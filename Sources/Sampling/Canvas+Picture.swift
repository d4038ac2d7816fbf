import Imaging

extension Canvas {
    /// Copies a picture to the left edge, with its first row at `top`.
    ///
    /// - Precondition: `top` is even and the canvas is large enough.
    mutating func copy(_ source: borrowing Frame, top: Int) {
        precondition(
            top.isMultiple(of: 2) && source.width <= frame.width
                && top + source.height <= frame.height, "the picture does not fit the canvas")
        frame.luma.copy(source.luma, top: top)
        frame.blueDifference.copy(source.blueDifference, top: top / 2)
        frame.redDifference.copy(source.redDifference, top: top / 2)
    }

    /// Tints what a mask says about a picture whose first row is at `top`.
    ///
    /// Chroma takes most of the tint and luma little, so that the texture stays to be seen.
    mutating func tint(_ mask: borrowing Mask, in zone: borrowing Zone, top: Int) {
        let vegetation = Ink(OverlayPalette.vegetation, encoding: frame.encoding)
        let otherMatter = Ink(OverlayPalette.otherMatter, encoding: frame.encoding)
        let unjudged = Ink(OverlayPalette.unjudged, encoding: frame.encoding)
        for run in zone.runs {
            let row = run.row + top / 2
            for x in run.columns {
                switch mask[x, run.row] {
                case .openWater: break
                case .vegetation: tint(x, row, with: vegetation, luma: 0.12, chroma: 0.5)
                case .otherMatter: tint(x, row, with: otherMatter, luma: 0.2, chroma: 0.65)
                case .unjudged: tint(x, row, with: unjudged, luma: 0.6, chroma: 0.8)
                }
            }
        }
    }

    /// Tints how a mask agrees with labels: hits, misses and false alarms.
    mutating func tint(
        _ mask: borrowing Mask, against labels: borrowing LabelSheet, in zone: borrowing Zone,
        top: Int
    ) {
        let hit = Ink(OverlayPalette.hit, encoding: frame.encoding)
        let miss = Ink(OverlayPalette.miss, encoding: frame.encoding)
        let falseAlarm = Ink(OverlayPalette.falseAlarm, encoding: frame.encoding)
        for run in zone.runs {
            let row = run.row + top / 2
            for x in run.columns {
                let label = labels.label(chromaX: x, y: run.row)
                guard label.isWater else { continue }
                switch (mask[x, run.row] == .vegetation, label == .vegetation) {
                case (true, true): tint(x, row, with: hit, luma: 0.12, chroma: 0.6)
                case (true, false): tint(x, row, with: falseAlarm, luma: 0.3, chroma: 0.8)
                case (false, true): tint(x, row, with: miss, luma: 0.3, chroma: 0.8)
                case (false, false): break
                }
            }
        }
    }

    /// Draws the border of a zone that has no corners, one chroma pixel wide.
    mutating func drawEdges(of zone: borrowing Zone, top: Int) {
        let ink = Ink(OverlayPalette.zoneOutline, encoding: frame.encoding)
        for run in zone.runs {
            for x in run.columns {
                let isInner =
                    x > run.columns.lowerBound && x < run.columns.upperBound - 1
                    && zone.contains(x: x, y: run.row - 1) && zone.contains(x: x, y: run.row + 1)
                if !isInner { tint(x, run.row + top / 2, with: ink, luma: 1, chroma: 1) }
            }
        }
    }

    /// Mixes shares of an ink into one chroma pixel and the 2 × 2 luma pixels it belongs to.
    private mutating func tint(
        _ column: Int, _ row: Int, with ink: Ink, luma lumaShare: Float, chroma chromaShare: Float
    ) {
        frame.blueDifference[column, row] = Ink.mix(
            frame.blueDifference[column, row], ink.blueDifference, chromaShare)
        frame.redDifference[column, row] = Ink.mix(
            frame.redDifference[column, row], ink.redDifference, chromaShare)
        for y in 2 * row..<min(2 * row + 2, frame.height) {
            for x in 2 * column..<min(2 * column + 2, frame.width) {
                frame.luma[x, y] = Ink.mix(frame.luma[x, y], ink.luma, lumaShare)
            }
        }
    }
}

extension Plane {
    /// Copies the rows of a plane that is no wider to row `top` and below.
    fileprivate mutating func copy(_ source: borrowing Plane, top: Int) {
        let (rows, columns, from, to) = (source.height, source.width, source.stride, stride)
        source.withBytes { old in
            withMutableBytes { new in
                for y in 0..<rows {
                    let (oldRow, newRow) = (y * from, (y + top) * to)
                    for x in 0..<columns { new[newRow + x] = old[oldRow + x] }
                }
            }
        }
    }
}
