import Imaging
import PixelKernels
import Sampling
import Testing
import Vocabulary

@Suite struct QualityGateTests {
    private static let noon = Timestamp(nanosecondsSinceEpoch: 1_750_000_000_000_000_000)
    private let good = FrameStatistics(
        zonePixelCount: 1000, meanLuma: 120, darkShare: 0.1, brightShare: 0.05, glareShare: 0.02,
        meanAbsoluteBlueDifference: 6, meanAbsoluteRedDifference: 4,
        detail: PictureDetail(
            gradient: 8, blockiness: 1.1, edgeStep: 3, contrast: 40, meanLuma: 110,
            smearedShare: 0, emptyShare: 0),
        pictureHash: 42)

    private func reason(_ statistics: FrameStatistics) -> GapReason? {
        QualityGate.judge(statistics)?.reason
    }

    @Test("A good frame passes")
    func passes() {
        #expect(reason(good) == nil)
        #expect(QualityGate.judge(visibleShare: 1) == nil)
    }

    @Test("A frame whose zone is mostly dark is black")
    func black() {
        var statistics = good
        statistics.darkShare = 0.83
        statistics.meanLuma = 17.4
        let refusal = QualityGate.judge(statistics)
        #expect(refusal?.reason == .black)
        #expect(
            refusal?.detail
                == "83 % of the zone is darker than luma 28; its mean luma is 17 of 255.")
        statistics.darkShare = 0.5
        #expect(reason(statistics) == nil)
    }

    @Test("A frame whose zone is mostly bright is over-exposed")
    func overexposed() {
        var statistics = good
        statistics.brightShare = 0.51
        #expect(reason(statistics) == .overexposed)
        statistics.brightShare = 0.5
        #expect(reason(statistics) == nil)
    }

    @Test("A grey picture has no colour; colour in one of the two differences is colour")
    func noColour() {
        var statistics = good
        statistics.meanAbsoluteBlueDifference = 0.4
        #expect(reason(statistics) == nil)
        statistics.meanAbsoluteRedDifference = 1.49
        let refusal = QualityGate.judge(statistics)
        #expect(refusal?.reason == .noColour)
        #expect(refusal?.detail.contains("|Cb| is 0.4") == true)
        statistics.meanAbsoluteRedDifference = 1.5
        #expect(reason(statistics) == nil)
    }

    @Test("Less than 60 % of the zone visible is too little")
    func littleVisible() {
        #expect(QualityGate.judge(visibleShare: 0.6) == nil)
        let refusal = QualityGate.judge(visibleShare: 0.41)
        #expect(refusal?.reason == .littleVisible)
        #expect(refusal?.detail == "Only 41 % of the zone can be judged, less than 60 %.")
    }

    @Test("A zone mostly in glare is refused, and a little glare widens sigma")
    func glare() {
        var statistics = good
        statistics.glareShare = 0.41
        statistics.brightShare = 0.6
        #expect(
            QualityGate.judge(statistics)
                == .init(reason: .glare, detail: "41 % of the zone is glare, more than 40 %."))
        statistics.detail.meanLuma = 200
        #expect(reason(statistics) == .overexposed)
        statistics.glareShare = 0.4
        statistics.brightShare = 0.45
        #expect(reason(statistics) == nil)
        #expect(QualityGate.degradation(of: statistics).sigmaFactor(visibleShare: 1) == 2.2)
    }

    @Test("Blocks, smears and empty areas are compression")
    func compression() {
        var blocks = good
        blocks.detail.blockiness = 5.1
        blocks.detail.edgeStep = 5
        #expect(reason(blocks) == .compression)
        blocks.detail.edgeStep = 4.4
        #expect(reason(blocks) == nil, "still water shows the faintest blocks")
        var smears = good
        smears.detail.smearedShare = 0.026
        #expect(reason(smears) == .compression)
        var empty = good
        empty.detail.emptyShare = 0.05
        #expect(reason(empty) == .compression)
        empty.detail.emptyShare = 0.025
        #expect(reason(empty) == nil)
    }

    @Test("A picture without detail is fog when bright and a covered lens when dark")
    func noDetail() {
        var statistics = good
        statistics.detail.gradient = 1.9
        #expect(reason(statistics) == nil)
        statistics.detail.contrast = 7
        #expect(reason(statistics) == .blurred)
        statistics.detail.meanLuma = 60
        #expect(reason(statistics) == .blocked)
        statistics.detail.contrast = 30
        statistics.detail.gradient = 0.9
        #expect(reason(statistics) == .blurred)
        statistics.detail.gradient = 0.4
        #expect(reason(statistics) == .blocked)
    }

    @Test("A zone without a pixel lies outside the picture")
    func outside() {
        var statistics = good
        statistics.zonePixelCount = 0
        #expect(reason(statistics) == .zoneOutsidePicture)
    }

    @Test(
        "Statistics of a frame, in both ranges", arguments: [ColourEncoding.Range.full, .limited])
    func statistics(range: ColourEncoding.Range) {
        let encoding = ColourEncoding(matrix: .bt601, range: range)
        var frame = Frame(width: 64, height: 32, encoding: encoding)
        let grey = encoding.codes(red: 0.4, green: 0.4, blue: 0.4)
        let white = encoding.codes(red: 1, green: 1, blue: 1)
        let black = encoding.codes(red: 0, green: 0, blue: 0)
        for y in 0..<32 {
            for x in 0..<64 {
                frame.luma[x, y] = (x < 16 ? white : x < 24 ? black : grey).luma
            }
        }
        let statistics = FrameStatistics.measure(frame, in: Zone.whole(width: 64, height: 32))
        #expect(statistics.zonePixelCount == 512)
        #expect(statistics.brightShare == 0.25)
        #expect(statistics.darkShare == 0.125)
        #expect(abs(statistics.meanLuma - (255 * 0.25 + 102 * 0.625)) < 1)
        #expect(reason(statistics) == .noColour)
        #expect(
            FrameStatistics.measure(
                frame, in: Zone.whole(width: 64, height: 32), kernels: .scalar) == statistics)
    }
}
