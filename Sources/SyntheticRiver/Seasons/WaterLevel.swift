/// How full the water is, on the scale on which logistic growth is a straight line.
///
/// dC/dt = r C (1 − C/K) (Verhulst 1838) is dy/dt = r for y = logit(C/K).
struct WaterLevel {
    /// K, the coverage that plants can reach, 0…1.
    let capacity: Double
    /// y, in logit units.
    private(set) var level: Double

    /// Starts at a coverage between 0 and the capacity.
    init(coverage: Double, capacity: Double) {
        self.capacity = capacity
        level = logit(coverage / capacity)
    }

    /// True coverage, 0…1.
    var coverage: Double { capacity * shareOfCapacity }

    /// Coverage over capacity, 0…1.
    var shareOfCapacity: Double { expit(level) }

    /// Grows for a while at a rate per day, or jumps by so many logit units.
    mutating func rise(by logits: Double) { level += logits }
}
