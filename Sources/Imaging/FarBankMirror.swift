import PixelKernels

/// What lies in each cell of water's mirror image about the far bank.
///
/// In calm water a bank is seen twice. Both pictures of a point lie as far from the waterline,
/// one above and one below it: for a camera at height h, a point at height H over the waterline at
/// distance D appears at the angle (H − h)/D, its image at (H + h)/D, and the waterline at h/D
/// below the horizon. So what water mirrors can be looked up on the bank.
struct FarBankMirror: ~Copyable {
    /// 1 where the image lies in the picture and on the bank.
    private(set) var known = CellPlane()
    /// Products and copies that the sums over neighbours are taken of, 0 where not known.
    private(set) var ownLuma = CellPlane()
    private(set) var luma = CellPlane()
    private(set) var products = CellPlane()
    private(set) var ownSquares = CellPlane()
    private(set) var squares = CellPlane()
    private(set) var ownActivity = CellPlane()
    private(set) var activity = CellPlane()
    private(set) var ownGreen = CellPlane()
    private(set) var green = CellPlane()
    /// Whether any cell's image is known.
    private(set) var isKnown = false
    private var banks: [Int] = []

    init() {}

    /// Share of a cell that must lie in the zone for it to be the waterline.
    private static let waterShareMin: Float = 0.5

    /// Rows of cells above a zone that its mirror image reaches.
    static func rows(of zone: Range<Int>) -> Range<Int> {
        max(0, 2 * zone.lowerBound - zone.upperBound)..<zone.upperBound
    }

    /// Looks up the mirror image of each cell of the zone.
    mutating func fill(from cells: borrowing SurfaceCells) {
        findBanks(of: cells)
        isKnown = cells.columns.contains { banks[$0] > 0 && banks[$0] < cells.height }
        guard isKnown else { return }
        reset(width: cells.width, height: cells.height)
        for row in cells.zoneRows { fill(row: row, from: cells) }
    }

    /// The topmost row of water in each column; where there is none, the height of the picture.
    private mutating func findBanks(of cells: borrowing SurfaceCells) {
        banks.removeAll(keepingCapacity: true)
        banks.append(contentsOf: repeatElement(cells.height, count: cells.width))
        var missing = cells.columns.count
        for row in cells.zoneRows where missing > 0 {
            let shares = cells.share.row(row)
            for column in cells.columns
            where banks[column] == cells.height && shares[column] > Self.waterShareMin {
                banks[column] = row
                missing -= 1
            }
        }
    }

    private mutating func fill(row: Int, from cells: borrowing SurfaceCells) {
        let (stride, start) = (cells.luma.stride, row * cells.luma.stride)
        let (lumas, blues, reds) = (cells.luma.row(0), cells.blue.row(0), cells.red.row(0))
        let (acrosses, downs) = (cells.across.row(0), cells.down.row(0))
        let (known, products) = (known.mutableRow(row), products.mutableRow(row))
        let (ownLuma, luma) = (ownLuma.mutableRow(row), luma.mutableRow(row))
        let (ownSquares, squares) = (ownSquares.mutableRow(row), squares.mutableRow(row))
        let (ownActivity, activity) = (ownActivity.mutableRow(row), activity.mutableRow(row))
        let (ownGreen, green) = (ownGreen.mutableRow(row), green.mutableRow(row))
        for column in cells.columns {
            let imageRow = 2 * banks[column] - 1 - row
            guard row >= banks[column], imageRow >= 0 else { continue }
            let (own, image) = (start + column, imageRow * stride + column)
            known[column] = 1
            ownLuma[column] = lumas[own]
            luma[column] = lumas[image]
            products[column] = lumas[own] * lumas[image]
            ownSquares[column] = lumas[own] * lumas[own]
            squares[column] = lumas[image] * lumas[image]
            ownActivity[column] = acrosses[own] + downs[own]
            activity[column] = acrosses[image] + downs[image]
            ownGreen[column] = 0 - blues[own] - reds[own]
            green[column] = 0 - blues[image] - reds[image]
        }
    }

    private mutating func reset(width: Int, height: Int) {
        known.reset(width: width, height: height)
        ownLuma.reset(width: width, height: height)
        luma.reset(width: width, height: height)
        products.reset(width: width, height: height)
        ownSquares.reset(width: width, height: height)
        squares.reset(width: width, height: height)
        ownActivity.reset(width: width, height: height)
        activity.reset(width: width, height: height)
        ownGreen.reset(width: width, height: height)
        green.reset(width: width, height: height)
    }
}
