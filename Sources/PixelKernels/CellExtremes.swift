/// The greatest of a row of numbers; 0 where none is greater.
public func greatest(_ numbers: UnsafePointer<Float>, count: Int) -> Float {
    var greatest = Float(0)
    // Comparing the order of all numbers would forbid vectors: eight are kept.
    var lanes = SIMD8<Float>(repeating: 0)
    var index = 0
    while index &+ 8 <= count {
        let values = SIMD8.load(numbers + index)
        lanes = lanes.replacing(with: values, where: values .> lanes)
        index &+= 8
    }
    for lane in lanes.indices { greatest = max(greatest, lanes[lane]) }
    for rest in index..<count { greatest = max(greatest, numbers[rest]) }
    return greatest
}

/// The least and the greatest logit of the cells that hold a part of the zone.
///
/// - Returns: ∞ and −∞ where there is no such cell.
public func logitRange(
    _ logits: UnsafePointer<Float>, share: UnsafePointer<Float>, count: Int
) -> (lower: Float, upper: Float) {
    typealias Octet = SIMD8<Float>
    let (none, most) = (Octet(repeating: 0), Octet(repeating: .infinity))
    var (lowest, highest) = (most, -most)
    var index = 0
    while index &+ 8 <= count {
        let values = Octet.load(logits + index)
        let absent = Octet.load(share + index) .<= none
        let low = values.replacing(with: most, where: absent)
        let high = values.replacing(with: -most, where: absent)
        lowest = lowest.replacing(with: low, where: low .< lowest)
        highest = highest.replacing(with: high, where: high .> highest)
        index &+= 8
    }
    var range = (lower: Float.infinity, upper: -Float.infinity)
    for lane in lowest.indices {
        range = (min(range.lower, lowest[lane]), max(range.upper, highest[lane]))
    }
    for rest in index..<count where share[rest] > 0 {
        range = (min(range.lower, logits[rest]), max(range.upper, logits[rest]))
    }
    return range
}
