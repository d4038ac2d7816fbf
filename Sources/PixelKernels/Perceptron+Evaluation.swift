extension Perceptron {
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
        let block = BlockVector.cellCount
        guard count >= block else {
            evaluateShort(
                features, featureStride: featureStride, count: count, into: logits,
                logitStride: logitStride)
            return
        }
        withBlockMemory { memory in
            sumUniform(
                features, featureStride: featureStride, uniformCount: uniformCount,
                into: memory.starts)
            var cell = 0
            while cell < count {
                // The last block reaches back over cells that are done, and writes them again.
                let start = min(cell, count &- block)
                evaluateBlock(
                    features + start, featureStride: featureStride, uniformCount: uniformCount,
                    into: logits + start, logitStride: logitStride, memory: memory)
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
        let block = BlockVector.cellCount
        var memory = InlineArray<2304, Float>(repeating: 0)
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
        packed.withUnsafeBufferPointer { packed in
            guard let start = packed.baseAddress else { return }
            var weights = start + 3 &* inputCount
            for output in stride(from: 0, to: widths[1], by: 4) {
                var sums = SIMD4.load(weights)
                weights += 4
                for place in 0..<uniformCount {
                    let feature = features[(inputCount &- 1 &- place) &* featureStride]
                    let value = scales[inputCount &- 1 &- place].scaled(feature)
                    sums += SIMD4(repeating: value) * SIMD4.load(weights + 4 &* place)
                }
                sums.store(to: starts + output)
                weights += 4 &* inputCount
            }
        }
    }

    /// Lends working memory that lies on the stack: nothing is allocated for a picture.
    @inline(__always)
    private func withBlockMemory(_ body: (BlockMemory) -> Void) {
        var starts = InlineArray<48, Float>(repeating: 0)
        // One more than two layers take: vectors that lie across cache lines are slow, so the first
        // is aligned.
        var values = InlineArray<97, BlockVector>(repeating: BlockVector(repeating: 0))
        var places = InlineArray<48, Int>(repeating: 0)
        var startSpan = starts.mutableSpan
        var valueSpan = values.mutableSpan
        var placeSpan = places.mutableSpan
        startSpan.withUnsafeMutableBufferPointer { starts in
            valueSpan.withUnsafeMutableBytes { values in
                placeSpan.withUnsafeMutableBufferPointer { places in
                    guard let starts = starts.baseAddress, let values = values.baseAddress,
                        let places = places.baseAddress
                    else { return }
                    let aligned = values.alignedUp(toMultipleOf: 32)
                    body(
                        BlockMemory(
                            starts: starts,
                            values: aligned.assumingMemoryBound(to: BlockVector.self),
                            places: places))
                }
            }
        }
    }
}
