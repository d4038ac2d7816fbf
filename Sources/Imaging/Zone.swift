/// The water to be watched, as runs of chroma pixels in each row of a picture of one size.
///
/// A chroma pixel stands for 2 × 2 luma pixels and belongs to the zone when its centre does.
/// Rasterise a zone once for each outline and picture size and keep it.
public struct Zone: ~Copyable {
    /// Width of the picture in luma pixels.
    public let width: Int
    /// Height of the picture in luma pixels.
    public let height: Int
    /// Neighbouring chroma pixels of the zone, from the top down and from left to right.
    public let runs: [ZoneRun]
    /// Chroma pixels in the zone.
    public let pixelCount: Int
    /// The smallest ranges of chroma rows and columns that hold the zone.
    public let bounds: (rows: Range<Int>, columns: Range<Int>)
    /// `rowStarts[y]` is the index in `runs` of the first run at or below row `y`.
    private let rowStarts: [Int]

    /// Width of the picture in chroma pixels.
    public var chromaWidth: Int { (width + 1) / 2 }
    /// Height of the picture in chroma pixels.
    public var chromaHeight: Int { (height + 1) / 2 }

    init(width: Int, height: Int, runs: [ZoneRun]) {
        self.width = width
        self.height = height
        self.runs = runs
        pixelCount = runs.reduce(0) { $0 + $1.columns.count }
        bounds = Self.bounds(of: runs)
        var starts: [Int] = []
        starts.reserveCapacity((height + 1) / 2 + 1)
        for (index, run) in runs.enumerated() {
            while starts.count <= run.row { starts.append(index) }
        }
        while starts.count <= (height + 1) / 2 { starts.append(runs.count) }
        rowStarts = starts
    }

    /// The whole of a picture.
    public static func whole(width: Int, height: Int) -> Zone {
        let columns = 0..<(width + 1) / 2
        let rows = columns.isEmpty ? 0..<0 : 0..<(height + 1) / 2
        return Zone(
            width: width, height: height, runs: rows.map { ZoneRun(row: $0, columns: columns) })
    }

    private static func bounds(
        of runs: [ZoneRun]
    ) -> (rows: Range<Int>, columns: Range<Int>) {
        guard let first = runs.first, let last = runs.last else { return (0..<0, 0..<0) }
        let columns = runs.reduce(first.columns) { bounds, run in
            min(
                bounds.lowerBound, run.columns.lowerBound)..<max(
                    bounds.upperBound, run.columns.upperBound)
        }
        return (first.row..<last.row + 1, columns)
    }

    /// The indices in ``runs`` of the runs in chroma rows `rows`.
    ///
    /// - Precondition: `rows` lies within `0..<chromaHeight`.
    public func runIndices(inRows rows: Range<Int>) -> Range<Int> {
        rowStarts[rows.lowerBound]..<rowStarts[rows.upperBound]
    }

    /// Whether the chroma pixel in column `x` of row `y` belongs to the zone.
    public func contains(x: Int, y: Int) -> Bool {
        guard (0..<chromaHeight).contains(y) else { return false }
        return runIndices(inRows: y..<y + 1).contains { runs[$0].columns.contains(x) }
    }
}

/// Neighbouring chroma pixels of one row.
public struct ZoneRun: Hashable, Sendable {
    /// The chroma row, from 0 at the top.
    public var row: Int
    /// The chroma columns, never empty.
    public var columns: Range<Int>

    /// Makes a run.
    public init(row: Int, columns: Range<Int>) {
        self.row = row
        self.columns = columns
    }
}
