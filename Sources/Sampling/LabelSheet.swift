package import Imaging
package import Video
package import Vocabulary

/// The labels of a picture, as a person drew them.
package struct LabelSheet: ~Copyable {
    /// Raw values of `LabelClass`, one for each luma pixel.
    package let plane: Plane
    private let path: String

    /// Reads a label picture.
    package init(path: String) throws(VideoError) {
        plane = try PictureDecoder.greyPlane(path: path)
        self.path = path
    }

    /// Takes labels as they are.
    package init(_ plane: consuming Plane) {
        self.plane = plane
        path = "the labels"
    }

    /// Why the labels are not those of a picture of this size; `nil` when they may be.
    package func problem(width: Int, height: Int) -> String? {
        guard plane.width != width || plane.height != height else { return nil }
        return "\(path): the labels are \(plane.width) × \(plane.height), the picture is "
            + "\(width) × \(height); save both in one size"
    }

    /// The label of a chroma pixel: that of its upper left luma pixel.
    package func label(chromaX x: Int, y: Int) -> LabelClass {
        LabelClass(rawValue: plane[2 * x, 2 * y]) ?? .ignored
    }

    /// Cells drawn at random, each wholly of one class and wholly in the zone.
    ///
    /// The cells with the smallest hashes of seed and place are taken, so a draw depends on nothing
    /// else. A click is at the centre of its cell.
    package func clicks(_ draw: ClickDraw, in zone: borrowing Zone) -> [SurfaceClick] {
        var ranked: [SurfaceClick.Label: [(rank: UInt64, click: SurfaceClick)]] = [:]
        for row in 0..<plane.height / Self.cellSize {
            for column in 0..<plane.width / Self.cellSize {
                guard let label = label(ofCell: column, row, in: zone) else { continue }
                let place = UInt64(row) << 32 | UInt64(column)
                let rank = SeededRandom.mixed(place ^ SeededRandom.mixed(draw.seed))
                let click = SurfaceClick(
                    x: column * Self.cellSize + Self.cellSize / 2,
                    y: row * Self.cellSize + Self.cellSize / 2, label: label)
                ranked[label, default: []].append((rank, click))
            }
        }
        return SurfaceClick.Label.allCases.flatMap { label in
            (ranked[label] ?? []).sorted { $0.rank < $1.rank }.prefix(draw.perClass).map(\.click)
        }
    }

    /// Luma pixels on a side of a cell.
    private static let cellSize = 8

    private func label(
        ofCell column: Int, _ row: Int, in zone: borrowing Zone
    ) -> SurfaceClick.Label? {
        let (left, top) = (column * Self.cellSize, row * Self.cellSize)
        let value = plane[left, top]
        let label: SurfaceClick.Label
        switch LabelClass(rawValue: value) {
        case .vegetation: label = .vegetation
        case .openWater: label = .water
        default: return nil
        }
        for y in top..<top + Self.cellSize {
            for x in left..<left + Self.cellSize where plane[x, y] != value { return nil }
        }
        for y in top / 2..<(top + Self.cellSize) / 2 {
            for x in left / 2..<(left + Self.cellSize) / 2 where !zone.contains(x: x, y: y) {
                return nil
            }
        }
        return label
    }
}
