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
}
