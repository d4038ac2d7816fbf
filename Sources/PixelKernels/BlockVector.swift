/// A number for each cell of a block: three vectors.
///
/// The sums of four outputs take twelve registers, which leaves room for the three of an input and
/// one of a weight. They are more sums than hide the time that an addition takes, and each weight
/// that is loaded serves three of them.
struct BlockVector {
    private var first, second, third: FloatVector

    /// Cells of a block.
    static let cellCount = 3 * FloatVector.scalarCount

    @inline(__always)
    private init(_ first: FloatVector, _ second: FloatVector, _ third: FloatVector) {
        (self.first, self.second, self.third) = (first, second, third)
    }

    /// The same number for each cell.
    @inline(__always)
    init(repeating number: Float) {
        let vector = FloatVector(repeating: number)
        self.init(vector, vector, vector)
    }

    /// The numbers from an address on, which need not be aligned.
    @inline(__always)
    init(_ numbers: UnsafePointer<Float>) {
        let width = FloatVector.scalarCount
        self.init(.load(numbers), .load(numbers + width), .load(numbers + 2 &* width))
    }

    /// Writes the numbers from an address on.
    @inline(__always)
    func store(to numbers: UnsafeMutablePointer<Float>) {
        let width = FloatVector.scalarCount
        first.store(to: numbers)
        second.store(to: numbers + width)
        third.store(to: numbers + 2 &* width)
    }

    /// Adds numbers times a weight.
    @inline(__always)
    mutating func add(_ numbers: Self, times weight: Float) {
        let weight = FloatVector(repeating: weight)
        first.add(numbers.first, times: weight)
        second.add(numbers.second, times: weight)
        third.add(numbers.third, times: weight)
    }

    /// The numbers less a mean, times a factor, held within ± a limit.
    @inline(__always)
    func scaled(mean: Float, factor: Float, limit: Float) -> Self {
        let (mean, factor) = (FloatVector(repeating: mean), FloatVector(repeating: factor))
        let limit = FloatVector(repeating: limit)
        return Self(
            ((first - mean) * factor).held(within: limit),
            ((second - mean) * factor).held(within: limit),
            ((third - mean) * factor).held(within: limit))
    }

    /// The numbers, 0 for those below.
    @inline(__always)
    var rectified: Self { Self(first.rectified, second.rectified, third.rectified) }

    /// 1 where one of the numbers, none of which is negative, is not 0, else 0.
    @inline(__always)
    var anyPositive: Int { (first + second + third).anyNonzero }
}

// For Float, `replacing(with:where:)` of a comparison is one minimum or maximum instruction;
// `pointwiseMin` is a call for each vector.
extension FloatVector {
    @inline(__always)
    fileprivate func held(within limit: FloatVector) -> FloatVector {
        let least = -limit
        let held = replacing(with: limit, where: self .> limit)
        return held.replacing(with: least, where: held .< least)
    }

    @inline(__always)
    fileprivate var rectified: FloatVector {
        let nothing = FloatVector(repeating: 0)
        return replacing(with: nothing, where: self .< nothing)
    }
}
