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
    /// The same, for sums over neighbours.
    var weight = RowTriples()
    // Products and copies that sums over neighbours are taken of, 0 where not known.
    var ownLuma = RowTriples()
    var luma = RowTriples()
    var products = RowTriples()
    var ownSquares = RowTriples()
    var squares = RowTriples()
    var ownActivity = RowTriples()
    var activity = RowTriples()
    var ownGreen = RowTriples()
    var green = RowTriples()
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

    /// Finds out of which cells of a picture the mirror image can be looked up.
    mutating func prepare(for cells: borrowing SurfaceCells) {
        findBanks(of: cells)
        isKnown = cells.columns.contains { banks[$0] > 0 && banks[$0] < cells.height }
        reset(for: cells)
    }

    /// Forgets the rows that were added.
    mutating func reset(for cells: borrowing SurfaceCells) {
        guard isKnown else { return }
        known.reset(width: cells.width, height: cells.height)
        weight.reset(width: cells.width)
        ownLuma.reset(width: cells.width)
        luma.reset(width: cells.width)
        products.reset(width: cells.width)
        ownSquares.reset(width: cells.width)
        squares.reset(width: cells.width)
        ownActivity.reset(width: cells.width)
        activity.reset(width: cells.width)
        ownGreen.reset(width: cells.width)
        green.reset(width: cells.width)
    }

    /// Looks up the mirror image of each cell of a row, and adds the row to the sums over neighbours.
    mutating func add(row: Int, of cells: borrowing SurfaceCells) {
        clear(row: row)
        if cells.zoneRows.contains(row) { fill(row: row, from: cells) }
        weight.add(row: row, of: known)
        ownLuma.add(row: row)
        luma.add(row: row)
        products.add(row: row)
        ownSquares.add(row: row)
        squares.add(row: row)
        ownActivity.add(row: row)
        activity.add(row: row)
        ownGreen.add(row: row)
        green.add(row: row)
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

    private mutating func clear(row: Int) {
        ownLuma.clear(row: row)
        luma.clear(row: row)
        products.clear(row: row)
        ownSquares.clear(row: row)
        squares.clear(row: row)
        ownActivity.clear(row: row)
        activity.clear(row: row)
        ownGreen.clear(row: row)
        green.clear(row: row)
    }
}
