public import PixelKernels

extension CellRows {
    /// Computes the features of a row of cells from its statistics.
    ///
    /// - Parameters:
    ///   - statistics: A row for each ``PixelKernels/CellStatistic``.
    ///   - scene: The levels of the picture.
    ///   - count: Cells.
    public mutating func computeFeatures(
        of statistics: borrowing CellRows, scene: SceneLevels, count: Int,
        kernels: KernelLevel = .fast
    ) {
        precondition(
            rowCount == CellFeature.allCases.count
                && statistics.rowCount == CellStatistic.allCases.count, "rows of another kind")
        fit(count)
        let (stride, statisticStride) = (stride, statistics.stride)
        statistics.withNumbers { statistics in
            withMutableNumbers { features in
                switch kernels {
                case .fast:
                    cellFeatures(
                        statistics, statisticStride: statisticStride, scene: scene, count: count,
                        into: features, featureStride: stride)
                case .scalar:
                    cellFeaturesScalar(
                        statistics, statisticStride: statisticStride, scene: scene, count: count,
                        into: features, featureStride: stride)
                }
            }
        }
    }

    /// Evaluates a network on a row of cells.
    ///
    /// - Parameters:
    ///   - network: As many inputs as `features` has rows, as many outputs as this block has.
    ///   - features: A row for each input.
    ///   - count: Cells.
    ///   - uniformCount: Of so many features, the last ones, all cells have the same value.
    public mutating func evaluate(
        _ network: Perceptron, on features: borrowing CellRows, count: Int, uniformCount: Int = 0
    ) {
        precondition(
            rowCount == network.outputCount && features.rowCount == network.inputCount,
            "the network is for other rows")
        fit(count)
        let (stride, featureStride) = (stride, features.stride)
        features.withNumbers { features in
            withMutableNumbers { outputs in
                network.evaluate(
                    features, featureStride: featureStride, count: count,
                    uniformCount: uniformCount, into: outputs, logitStride: stride)
            }
        }
    }
}
