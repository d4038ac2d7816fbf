import JSONLines

/// Everything that one run measured.
struct BenchReport: Encodable {
    var sizes: [FrameCosts] = []
    var judging = JudgementRate.Figures()
    var backtest = BacktestRate.Figures()
    var filter = FilterRate.Figures()
    /// What was left out, and why.
    var notes: [String] = []

    /// The report as one line of JSON.
    var json: String {
        get throws { try JSONLine.encode(self) }
    }
}

/// What a picture of one size costs by each way.
struct FrameCosts: Encodable {
    let size: FrameSize
    /// Mean size of the compressed keyframe.
    let keyframeBytes: Int
    /// Copying the decoded bytes once.
    let copy: Timing
    /// This program, the fastest build first.
    var samplers: [SamplerCost] = []
    /// OpenCV, where there is one.
    var openCV: OpenCVCost?
}
