extension Perceptron {
    /// Working memory for the cells of one block, the same for all blocks of a row.
    struct BlockMemory {
        /// Where the sums of the first layer begin.
        let starts: UnsafeMutablePointer<Float>
        /// Room for the values of two layers of ``Perceptron/widthLimit``.
        let values: UnsafeMutablePointer<BlockVector>
        /// Room for the places of those that are not 0.
        let places: UnsafeMutablePointer<Int>
    }

    /// Evaluates a block of cells, four outputs at a time.
    ///
    /// What is 0 in all cells of a block, as about a quarter of the hidden values are, adds nothing
    /// to the next layer and is left out there.
    @inline(__always)
    func evaluateBlock(
        _ features: UnsafePointer<Float>, featureStride: Int, uniformCount: Int,
        into logits: UnsafeMutablePointer<Float>, logitStride: Int, memory: BlockMemory
    ) {
        packed.withUnsafeBufferPointer { packed in
            guard var weights = packed.baseAddress else { return }
            var (inputs, outputs) = (memory.values, memory.values + Self.widthLimit)
            for place in uniformCount..<inputCount {
                let row = features + (inputCount &- 1 &- place) &* featureStride
                let scale = weights + 3 &* place
                inputs[place] = BlockVector(row)
                    .scaled(mean: scale[0], factor: scale[1], limit: scale[2])
            }
            weights += 3 &* inputCount
            for layer in 1..<widths.count {
                let (inputWidth, width) = (widths[layer &- 1], widths[layer])
                let isLast = layer == widths.count &- 1
                // The last layer is so narrow that a list costs more than it saves.
                let isListed = layer > 1 && !isLast
                let listed = isListed ? memory.listNonzero(inputs, count: inputWidth) : 0
                var output = 0
                while output < width {
                    var sums = FourSums(
                        startingAt: layer == 1 ? UnsafePointer(memory.starts + output) : weights)
                    weights += 4
                    if isListed {
                        for index in 0..<listed {
                            let place = memory.places[index]
                            sums.add(inputs[place], times: weights + 4 &* place)
                        }
                    } else {
                        for place in (layer == 1 ? uniformCount : 0)..<inputWidth {
                            sums.add(inputs[place], times: weights + 4 &* place)
                        }
                    }
                    weights += 4 &* inputWidth
                    if isLast {
                        sums.store(
                            to: logits + output &* logitStride, stride: logitStride,
                            count: outputCount &- output)
                    } else {
                        // The last value comes first, as the next layer takes them.
                        sums.storeRectified(to: outputs + (width &- 4 &- output))
                    }
                    output &+= 4
                }
                swap(&inputs, &outputs)
            }
        }
    }
}

extension Perceptron.BlockMemory {
    /// Lists the places of values that are not 0 in all cells.
    ///
    /// - Returns: How many there are.
    @inline(__always)
    fileprivate func listNonzero(_ values: UnsafePointer<BlockVector>, count: Int) -> Int {
        var listed = 0
        for place in 0..<count {
            // Written always and counted or not: no branch has to be foreseen.
            places[listed] = place
            listed &+= values[place].anyPositive
        }
        return listed
    }
}

/// The sums of four outputs.
private struct FourSums {
    private var sum0, sum1, sum2, sum3: BlockVector

    @inline(__always)
    init(startingAt start: UnsafePointer<Float>) {
        (sum0, sum1) = (BlockVector(repeating: start[0]), BlockVector(repeating: start[1]))
        (sum2, sum3) = (BlockVector(repeating: start[2]), BlockVector(repeating: start[3]))
    }

    @inline(__always)
    mutating func add(_ input: BlockVector, times weights: UnsafePointer<Float>) {
        sum0.add(input, times: weights[0])
        sum1.add(input, times: weights[1])
        sum2.add(input, times: weights[2])
        sum3.add(input, times: weights[3])
    }

    /// Stores the sums, the last first, with 0 for what is negative.
    @inline(__always)
    func storeRectified(to values: UnsafeMutablePointer<BlockVector>) {
        values[3] = sum0.rectified
        values[2] = sum1.rectified
        values[1] = sum2.rectified
        values[0] = sum3.rectified
    }

    /// Stores the first `count` sums in rows.
    @inline(__always)
    func store(to rows: UnsafeMutablePointer<Float>, stride: Int, count: Int) {
        sum0.store(to: rows)
        if count > 1 { sum1.store(to: rows + stride) }
        if count > 2 { sum2.store(to: rows + 2 &* stride) }
        if count > 3 { sum3.store(to: rows + 3 &* stride) }
    }
}
