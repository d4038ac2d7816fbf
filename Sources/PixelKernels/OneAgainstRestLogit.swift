/// Writes for each cell how much more likely one class is than all others together, as a logit.
///
/// The logit of p against 1 − p is `chosen` − log Σ exp(others). The exponentials are a cubic to the
/// power of 64, and the logarithm is four terms of its series in (s − √3)/(s + √3); the result is
/// within 1e-5 of the exact one for logits up to ±60.
///
/// - Parameters:
///   - chosen: Logits of the class in question, `count` of them.
///   - first: Those of another class.
///   - second: Those of another class.
///   - third: Those of another class.
///   - count: Cells.
///   - logit: `count` values are written.
public func oneAgainstRestLogit(
    _ chosen: UnsafePointer<Float>, against first: UnsafePointer<Float>,
    _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>, count: Int,
    into logit: UnsafeMutablePointer<Float>
) {
    var cell = 0
    while cell &+ 8 <= count {
        let sum = logSumExp(.load(first + cell), .load(second + cell), .load(third + cell))
        (Octet.load(chosen + cell) - sum).store(to: logit + cell)
        cell &+= 8
    }
    while cell < count {
        let sum = logSumExp(
            Octet(repeating: first[cell]), Octet(repeating: second[cell]),
            Octet(repeating: third[cell]))
        logit[cell] = chosen[cell] - sum[0]
        cell &+= 1
    }
}

/// As ``oneAgainstRestLogit(_:against:_:_:count:into:)``, over memory that knows its size.
///
/// - Parameters:
///   - logits: Four rows of logits, one for each class.
///   - logitStride: Values from one row to the next.
///   - chosen: The row of the class in question, 0…3.
///   - count: Cells.
///   - logit: `count` values are written.
/// - Precondition: `logits` and `logit` hold as many values.
public func oneAgainstRestLogit(
    _ logits: Span<Float>, logitStride: Int, chosen: Int, count: Int,
    into logit: inout MutableSpan<Float>
) {
    precondition((0..<4).contains(chosen) && logitStride >= count && logit.count >= count)
    precondition(logits.count >= 3 * logitStride + count)
    logits.withUnsafeBufferPointer { logits in
        logit.withUnsafeMutableBufferPointer { logit in
            guard let from = logits.baseAddress, let to = logit.baseAddress else { return }
            oneAgainstRestLogit(
                from + chosen * logitStride, against: from + (chosen + 1) % 4 * logitStride,
                from + (chosen + 2) % 4 * logitStride, from + (chosen + 3) % 4 * logitStride,
                count: count, into: to)
        }
    }
}

private typealias Octet = SIMD8<Float>

/// log(exp a + exp b + exp c).
@inline(__always)
private func logSumExp(_ a: Octet, _ b: Octet, _ c: Octet) -> Octet {
    let high = a.replacing(with: b, where: a .< b)
    let low = a.replacing(with: b, where: a .> b)
    let highest = high.replacing(with: c, where: high .< c)
    let other = high.replacing(with: c, where: high .> c)
    let sum = exponential(low - highest) + exponential(other - highest) + Octet(repeating: 1)
    // 1 ≤ sum ≤ 3. With z = (s − √3)/(s + √3), log s = log √3 + 2 (z + z³/3 + z⁵/5 + z⁷/7 + …).
    let middle = Octet(repeating: 1.732_050_8)
    let z = (sum - middle) / (sum + middle)
    let square = z * z
    var series = square * Octet(repeating: 2.0 / 7) + Octet(repeating: 2.0 / 5)
    series = series * square + Octet(repeating: 2.0 / 3)
    series = series * square + Octet(repeating: 2)
    return highest + series * z + Octet(repeating: 0.549_306_14)
}

/// exp x for x ≤ 0, within 1e-6.
@inline(__always)
private func exponential(_ x: Octet) -> Octet {
    let lowest = Octet(repeating: -32)
    let held = x.replacing(with: lowest, where: x .< lowest)
    let part = held * Octet(repeating: 1.0 / 64)
    var power = part * Octet(repeating: 1.0 / 6) + Octet(repeating: 0.5)
    power = power * part + Octet(repeating: 1)
    power = power * part + Octet(repeating: 1)
    power *= power
    power *= power
    power *= power
    power *= power
    power *= power
    power *= power
    return power
}
