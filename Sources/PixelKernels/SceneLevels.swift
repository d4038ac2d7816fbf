/// What the water of one picture is like at large: the levels that its cells are compared with.
///
/// All are over the cells that lie in the zone, in codes of full-range BT.601.
public struct SceneLevels: Hashable, Sendable {
    /// The tenth, fiftieth and ninetieth percentile of excess green −(Cb + Cr).
    public var green = Percentiles()
    /// Those of luma.
    public var luma = Percentiles()
    /// Those of |horizontal| + |vertical difference| of luma.
    public var activity = Percentiles()
    /// The excess green that parts the greener from the less green cells best.
    public var greenThreshold: Float = 0
    /// Whether flicker was measured: a single frame has none.
    public var knowsFlicker = false
    /// Whether the mirror image of any cell is in the picture.
    public var knowsMirror = false

    /// Three percentiles of one figure.
    public struct Percentiles: Hashable, Sendable {
        /// The tenth.
        public var low: Float = 0
        /// The fiftieth.
        public var middle: Float = 0
        /// The ninetieth.
        public var high: Float = 0

        /// Makes percentiles.
        public init(low: Float = 0, middle: Float = 0, high: Float = 0) {
            self.low = low
            self.middle = middle
            self.high = high
        }
    }

    /// Makes levels of nothing.
    public init() {}

    /// So many features, the last of ``CellFeature``, have one value in all cells of the picture.
    public var uniformFeatureCount: Int {
        if knowsMirror { return 0 }
        let first: CellFeature = knowsFlicker ? .flickerKnown : .flicker
        return CellFeature.allCases.count - first.rawValue
    }
}
