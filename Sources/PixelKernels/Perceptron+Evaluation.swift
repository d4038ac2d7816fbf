extension Perceptron {
    /// Cells that are evaluated at once: two vectors.
    private static let blockCells = 2 * FloatVector.scalarCount

    /// Writes the logits of a row of cells.
    ///
    /// Each sum is formed in the reference's order. The result equals the reference's to the last
    /// bit where products are rounded before they are added; the build for x86-64-v3 fuses both.
    ///
    /// - Parameters:
    ///   - features: The first feature of all cells, then the second, and so on.
    ///   - featureStride: Values from one feature to the next of the same cell, at least `count`.
    ///   - count: Cells in the row.
    ///   - uniformCount: Of so many features, the last ones, all cells have the value of the first
    ///     cell. They are summed once for the row.
    ///   - logits: The logits of the first class of all cells are written, then those of the
    ///     second, and so on. Must not overlap `features`.
    ///   - logitStride: Values from one class to the next of the same cell, at least `count`.
    public func evaluate(
        _ features: UnsafePointer<Float>, featureStride: Int, count: Int, uniformCount: Int = 0,
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
        var starts = InlineArray<48, Float>(repeating: 0)
        var memory = InlineArray<192, FloatVector>(repeating: FloatVector(repeating: 0))
        var startSpan = starts.mutableSpan
        var span = memory.mutableSpan
        startSpan.withUnsafeMutableBufferPointer { starts in
            span.withUnsafeMutableBufferPointer { memory in
                guard let starts = starts.baseAddress, let scratch = memory.baseAddress else {
                    return
                }
                sumUniform(
                    features, featureStride: featureStride, uniformCount: uniformCount,
                    into: starts)
                var cell = 0
                while cell < count {
                    // The last block reaches back over cells that are done, and writes them again.
                    let start = min(cell, count &- block)
                    evaluateBlock(
                        features + start, featureStride: featureStride,
                        uniformCount: uniformCount, starts: starts, into: logits + start,
                        logitStride: logitStride, scratch: scratch)
                    cell &+= block
                }
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

    /// Begins the sums of the first layer: its biases, and what the uniform inputs add to them.
    private func sumUniform(
        _ features: UnsafePointer<Float>, featureStride: Int, uniformCount: Int,
        into starts: UnsafeMutablePointer<Float>
    ) {
        let layer = layers[0]
        for output in 0..<layer.outputCount {
            var sum = layer.biases[output]
            for input in (inputCount - uniformCount..<inputCount).reversed() {
                sum +=
                    scales[input].scaled(features[input * featureStride])
                    * layer.weights[output * inputCount + input]
            }
            starts[output] = sum
        }
    }

    /// Evaluates a block of cells.
    ///
    /// Four outputs of two vectors are summed at a time. Their eight registers leave room for
    /// inputs and weights, and are as many sums as hide the time that an addition takes.
    ///
    /// - Parameters:
    ///   - starts: Where the sums of the first layer begin.
    ///   - scratch: Room for two layers of ``widthLimit`` values, two vectors for each.
    @inline(__always)
    private func evaluateBlock(
        _ features: UnsafePointer<Float>, featureStride: Int, uniformCount: Int,
        starts: UnsafePointer<Float>, into logits: UnsafeMutablePointer<Float>, logitStride: Int,
        scratch: UnsafeMutablePointer<FloatVector>
    ) {
        packed.withUnsafeBufferPointer { packed in
            guard var weight = packed.baseAddress else { return }
            var inputs = scratch
            var outputs = scratch + 2 &* Self.widthLimit
            scale(
                features, featureStride: featureStride, by: weight, from: uniformCount,
                into: inputs)
            weight += 3 &* inputCount
            var skipped = uniformCount
            for layer in 1..<widths.count {
                let width = widths[layer]
                let isLast = layer == widths.count &- 1
                let inputEnd = inputs + 2 &* widths[layer &- 1]
                var output = 0
                while output < width {
                    var sums = FourSums(startingAt: layer == 1 ? starts + output : weight)
                    weight += 4 &+ 4 &* skipped
                    var input = inputs + 2 &* skipped
                    while input < inputEnd {
                        sums.add(input[0], input[1], times: weight)
                        weight += 4
                        input += 2
                    }
                    if isLast {
                        sums.store(
                            to: logits + output &* logitStride, stride: logitStride,
                            count: outputCount &- output)
                    } else {
                        // The last value comes first, as the next layer takes them.
                        sums.storeRectified(to: outputs + 2 &* (width &- 4 &- output))
                    }
                    output &+= 4
                }
                swap(&inputs, &outputs)
                skipped = 0
            }
        }
    }

    /// Scales the inputs of a block from the last to the first, without the uniform ones.
    @inline(__always)
    private func scale(
        _ features: UnsafePointer<Float>, featureStride: Int, by scales: UnsafePointer<Float>,
        from uniformCount: Int, into inputs: UnsafeMutablePointer<FloatVector>
    ) {
        for slot in uniformCount..<inputCount {
            let row = UnsafeRawPointer(features + (inputCount &- 1 &- slot) &* featureStride)
            let scale = scales + 3 &* slot
            let (mean, inverse) = (
                FloatVector(repeating: scale[0]), FloatVector(repeating: scale[1])
            )
            let clip = FloatVector(repeating: scale[2])
            let low = (row.loadUnaligned(as: FloatVector.self) - mean) * inverse
            let high =
                ((row + MemoryLayout<FloatVector>.size).loadUnaligned(as: FloatVector.self) - mean)
                * inverse
            inputs[2 &* slot] = clamped(low, clip)
            inputs[2 &* slot &+ 1] = clamped(high, clip)
        }
    }
}

/// Four sums for each cell of a block.
private struct FourSums {
    private var low0, low1, low2, low3: FloatVector
    private var high0, high1, high2, high3: FloatVector

    @inline(__always)
    init(startingAt start: UnsafePointer<Float>) {
        (low0, low1) = (FloatVector(repeating: start[0]), FloatVector(repeating: start[1]))
        (low2, low3) = (FloatVector(repeating: start[2]), FloatVector(repeating: start[3]))
        (high0, high1, high2, high3) = (low0, low1, low2, low3)
    }

    @inline(__always)
    mutating func add(
        _ low: FloatVector, _ high: FloatVector, times weights: UnsafePointer<Float>
    ) {
        let weight0 = FloatVector(repeating: weights[0])
        low0.add(low, times: weight0)
        high0.add(high, times: weight0)
        let weight1 = FloatVector(repeating: weights[1])
        low1.add(low, times: weight1)
        high1.add(high, times: weight1)
        let weight2 = FloatVector(repeating: weights[2])
        low2.add(low, times: weight2)
        high2.add(high, times: weight2)
        let weight3 = FloatVector(repeating: weights[3])
        low3.add(low, times: weight3)
        high3.add(high, times: weight3)
    }

    /// Stores the sums, the last first, with 0 for what is negative.
    @inline(__always)
    func storeRectified(to values: UnsafeMutablePointer<FloatVector>) {
        (values[6], values[7]) = (rectified(low0), rectified(high0))
        (values[4], values[5]) = (rectified(low1), rectified(high1))
        (values[2], values[3]) = (rectified(low2), rectified(high2))
        (values[0], values[1]) = (rectified(low3), rectified(high3))
    }

    /// Stores the first `count` sums in rows.
    @inline(__always)
    func store(to rows: UnsafeMutablePointer<Float>, stride: Int, count: Int) {
        put(low0, high0, rows)
        if count > 1 { put(low1, high1, rows + stride) }
        if count > 2 { put(low2, high2, rows + 2 &* stride) }
        if count > 3 { put(low3, high3, rows + 3 &* stride) }
    }
}

// For Float, `replacing(with:where:)` of a comparison is one minimum or maximum instruction;
// `pointwiseMin` is a call for each vector.

@inline(__always)
private func clamped(_ value: FloatVector, _ clip: FloatVector) -> FloatVector {
    let least = -clip
    let held = value.replacing(with: clip, where: value .> clip)
    return held.replacing(with: least, where: held .< least)
}

@inline(__always)
private func rectified(_ value: FloatVector) -> FloatVector {
    let nothing = FloatVector(repeating: 0)
    return value.replacing(with: nothing, where: value .< nothing)
}

@inline(__always)
private func put(_ low: FloatVector, _ high: FloatVector, _ row: UnsafeMutablePointer<Float>) {
    let target = UnsafeMutableRawPointer(row)
    target.storeBytes(of: low, as: FloatVector.self)
    target.storeBytes(of: high, toByteOffset: MemoryLayout<FloatVector>.size, as: FloatVector.self)
}
