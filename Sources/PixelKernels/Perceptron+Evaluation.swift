extension Perceptron {
    /// Cells that are evaluated at once.
    private static let blockCells = 16

    /// Writes the logits of a row of cells.
    ///
    /// The result equals the reference's to the last bit, in every build: each sum is formed in the
    /// same order, without fused operations.
    ///
    /// - Parameters:
    ///   - features: The first feature of all cells, then the second, and so on.
    ///   - featureStride: Values from one feature to the next of the same cell, at least `count`.
    ///   - count: Cells in the row.
    ///   - logits: The logits of the first class of all cells are written, then those of the
    ///     second, and so on. Must not overlap `features`.
    ///   - logitStride: Values from one class to the next of the same cell, at least `count`.
    public func evaluate(
        _ features: UnsafePointer<Float>, featureStride: Int, count: Int,
        into logits: UnsafeMutablePointer<Float>, logitStride: Int
    ) {
        let block = Self.blockCells
        guard count >= block else {
            evaluateShort(
                features, featureStride: featureStride, count: count, into: logits,
                logitStride: logitStride)
            return
        }
        // On the stack: nothing is allocated for a picture.
        var memory = InlineArray<192, Octet>(repeating: Octet(repeating: 0))
        var span = memory.mutableSpan
        span.withUnsafeMutableBufferPointer { memory in
            guard let scratch = memory.baseAddress else { return }
            var cell = 0
            while cell < count {
                // The last block reaches back over cells that are done, and writes them again.
                let start = min(cell, count &- block)
                evaluateBlock(
                    features + start, featureStride: featureStride, into: logits + start,
                    logitStride: logitStride, scratch: scratch)
                cell &+= block
            }
        }
    }

    /// As ``evaluate(_:featureStride:count:into:logitStride:)``, over memory that knows its size.
    ///
    /// - Precondition: `features` and `logits` hold all rows.
    public func evaluate(
        _ features: Span<Float>, featureStride: Int, count: Int,
        into logits: inout MutableSpan<Float>, logitStride: Int
    ) {
        guard count > 0 else { return }
        precondition(min(featureStride, logitStride) >= count)
        precondition(features.count >= (inputCount - 1) * featureStride + count)
        precondition(logits.count >= (outputCount - 1) * logitStride + count)
        features.withUnsafeBufferPointer { features in
            logits.withUnsafeMutableBufferPointer { logits in
                guard let from = features.baseAddress, let to = logits.baseAddress else { return }
                evaluate(
                    from, featureStride: featureStride, count: count, into: to,
                    logitStride: logitStride)
            }
        }
    }

    /// A row that is shorter than a block is evaluated in a copy that is as long as one.
    private func evaluateShort(
        _ features: UnsafePointer<Float>, featureStride: Int, count: Int,
        into logits: UnsafeMutablePointer<Float>, logitStride: Int
    ) {
        let block = Self.blockCells
        var memory = InlineArray<1536, Float>(repeating: 0)
        var span = memory.mutableSpan
        span.withUnsafeMutableBufferPointer { memory in
            guard let from = memory.baseAddress else { return }
            let to = from + inputCount * block
            for input in 0..<inputCount {
                (from + input * block).update(from: features + input * featureStride, count: count)
            }
            evaluate(from, featureStride: block, count: block, into: to, logitStride: block)
            for output in 0..<outputCount {
                (logits + output * logitStride).update(from: to + output * block, count: count)
            }
        }
    }

    /// Evaluates 16 cells.
    ///
    /// Two outputs of 16 cells are summed at a time: their eight SSE or four AVX registers leave
    /// room for inputs and weights in both builds.
    ///
    /// - Parameter scratch: Room for two layers of ``widthLimit`` values, two vectors for each.
    @inline(__always)
    private func evaluateBlock(
        _ features: UnsafePointer<Float>, featureStride: Int,
        into logits: UnsafeMutablePointer<Float>, logitStride: Int,
        scratch: UnsafeMutablePointer<Octet>
    ) {
        packed.withUnsafeBufferPointer { packed in
            guard var weight = packed.baseAddress else { return }
            var inputs = scratch
            var outputs = scratch + 2 &* Self.widthLimit
            for input in 0..<inputCount {
                let row = UnsafeRawPointer(features + input &* featureStride)
                let (mean, inverse) = (Octet(repeating: weight[0]), Octet(repeating: weight[1]))
                let clip = Octet(repeating: weight[2])
                let low = (row.loadUnaligned(as: Octet.self) - mean) * inverse
                let high = ((row + 32).loadUnaligned(as: Octet.self) - mean) * inverse
                inputs[2 &* input] = clamped(low, clip)
                inputs[2 &* input &+ 1] = clamped(high, clip)
                weight += 3
            }
            for layer in 1..<widths.count {
                let isLast = layer == widths.count &- 1
                let inputEnd = inputs + 2 &* widths[layer &- 1]
                for output in stride(from: 0, to: widths[layer], by: 2) {
                    var (low0, low1) = (Octet(repeating: weight[0]), Octet(repeating: weight[1]))
                    var (high0, high1) = (low0, low1)
                    weight += 2
                    var input = inputs
                    while input < inputEnd {
                        let (low, high) = (input[0], input[1])
                        let (w0, w1) = (Octet(repeating: weight[0]), Octet(repeating: weight[1]))
                        low0 += low * w0
                        low1 += low * w1
                        high0 += high * w0
                        high1 += high * w1
                        weight += 2
                        input += 2
                    }
                    if isLast {
                        store(low0, high0, to: logits + output &* logitStride)
                        if output &+ 1 < outputCount {
                            store(low1, high1, to: logits + (output &+ 1) &* logitStride)
                        }
                    } else {
                        outputs[2 &* output] = rectified(low0)
                        outputs[2 &* output &+ 1] = rectified(high0)
                        outputs[2 &* output &+ 2] = rectified(low1)
                        outputs[2 &* output &+ 3] = rectified(high1)
                    }
                }
                swap(&inputs, &outputs)
            }
        }
    }
}

private typealias Octet = SIMD8<Float>

// For Float, `replacing(with:where:)` of a comparison is one minimum or maximum instruction;
// `pointwiseMin` is a call for each vector.

@inline(__always)
private func clamped(_ value: Octet, _ clip: Octet) -> Octet {
    let least = -clip
    let held = value.replacing(with: clip, where: value .> clip)
    return held.replacing(with: least, where: held .< least)
}

@inline(__always)
private func rectified(_ value: Octet) -> Octet {
    let nothing = Octet(repeating: 0)
    return value.replacing(with: nothing, where: value .< nothing)
}

@inline(__always)
private func store(_ low: Octet, _ high: Octet, to row: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(row).storeBytes(of: low, as: Octet.self)
    UnsafeMutableRawPointer(row + 8).storeBytes(of: high, as: Octet.self)
}
