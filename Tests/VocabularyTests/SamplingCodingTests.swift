import Testing
import Vocabulary

/// The lines between the parent and the sampler.
@Suite struct SamplingCodingTests {
    @Test(
        "each selection has its own form",
        arguments: [
            (FrameSelection.burst(count: 3), #"{"keyframes":3}"#),
            (.everyKeyframe, #""everyKeyframe""#),
            (.keyframe(index: 5), #"{"keyframe":5}"#),
            (.mediaTime(seconds: 12.5), #"{"mediaSeconds":12.5}"#),
        ])
    func selection(selection: FrameSelection, text: String) throws {
        #expect(try json([selection]) == "[\(text)]")
        #expect(try decode([FrameSelection].self, "[\(text)]") == [selection])
    }

    @Test(
        "a selection that can't be meant is refused",
        arguments: [
            #""someKeyframes""#, "{}", #"{"keyframes":0}"#, #"{"keyframe":-1}"#,
            #"{"mediaSeconds":-0.5}"#, #"{"keyframes":3,"keyframe":1}"#, "3",
        ])
    func badSelection(text: String) {
        #expect(throws: DecodingError.self) { try decode([FrameSelection].self, "[\(text)]") }
    }

    @Test("a hash keeps all of its 64 bits", arguments: [UInt64.min, 1, 1 << 53 + 1, .max])
    func hash(hash: UInt64) throws {
        let fingerprint = FrameFingerprint(hash: hash, firstSeen: .epoch)
        #expect(try decode(FrameFingerprint.self, json(fingerprint)) == fingerprint)
    }

    @Test("a hash that is none is refused", arguments: ["", "g", "10000000000000000", "-1"])
    func badHash(digits: String) {
        let text = #"{"hash":"\#(digits)","firstSeen":"1970-01-01T00:00:00Z"}"#
        #expect(throws: DecodingError.self) { try decode(FrameFingerprint.self, text) }
    }

    @Test("a job comes back whole", arguments: [true, false])
    func job(isFull: Bool) throws {
        var job = SamplingJob(
            id: "1", source: VideoSource(location: "clip.mp4"), selection: .everyKeyframe)
        if isFull {
            job.source.credentials = Credentials(user: "viewer", password: Secret("lotus-42"))
            job.source.address = "10.0.0.7"
            job.zone = .mask(path: "lock.mask.png")
            job.geometry = ViewGeometry(
                .pose(
                    CameraPose(
                        heightMetres: 6, tiltDegrees: 20, horizontalFieldOfViewDegrees: 70)))
            job.source.pictures = ["a-0.jpg", "a-1.jpg"]
            job.overlay = OverlayRequest(path: "overlay.png")
            job.labels = LabelRequest(path: "a.mask.png", draw: ClickDraw(perClass: 10, seed: 1))
            job.clicks = [SurfaceClick(x: 12, y: 34, label: .vegetation)]
            job.recalibration = CameraRecalibration(
                model: "m", logit: LogitCalibration(slope: 1.25, offset: -0.5))
        }
        #expect(try decode(SamplingJob.self, json(job)) == job)
    }

    @Test("reports are flat objects, told apart by their type", arguments: Self.reports)
    func report(report: SamplingReport, type: String) throws {
        let text = try json(report)
        #expect(text.contains(#""type":"\#(type)""#))
        #expect(try decode(SamplingReport.self, text) == report)
        #expect(report.job == "1")
    }

    @Test("a report of an unknown type is refused")
    func unknownReport() {
        #expect(throws: DecodingError.self) {
            try decode(SamplingReport.self, #"{"type":"guessed","job":"1"}"#)
        }
    }

    @Test("a location tells whether its frames are of now")
    func live() {
        #expect(VideoSource(location: "rtsps://10.0.0.7/a").isLive)
        #expect(VideoSource(location: "http://10.0.0.7/a.mjpg").isLive)
        #expect(!VideoSource(location: "clips/rtsp.mp4").isLive)
    }

    static let reports: [(SamplingReport, String)] = [
        (
            .measured(
                measurement(
                    .accepted(
                        CoverageReading(
                            coverage: 0.25, visibleShare: 1, areaSquareMetres: 12.5,
                            areaSigmaSquareMetres: 0.5, sigmaLogit: 0.125, frames: 3,
                            model: "vegseg-day-1.0.0+1c8a44f0")))), "measured"
        ),
        (.measured(measurement(.rejected(reason: .black, detail: "luma 3"))), "measured"),
        (.measured(labelled), "measured"),
        (.ended(.init(job: "1", measurements: 4, damaged: 1)), "ended"),
        (.ended(.init(job: "1", measurements: 4, damaged: 1, labelsProblem: "small")), "ended"),
        (
            .ended(
                .init(
                    job: "1", measurements: 0, damaged: 0,
                    failure: .init(reason: .timedOut, message: "no keyframe within 20 s"))), "ended"
        ),
    ]

    private static var labelled: SamplingReport.Measurement {
        var measurement = measurement(.rejected(reason: .black, detail: "luma 3"))
        measurement.comparison = LabelComparison(falseNegatives: 3, labelledVegetation: 4)
        measurement.clickLogits = [nil, -1.5].map {
            ClickLogit(click: SurfaceClick(x: 1, y: 2, label: .water), logit: $0)
        }
        return measurement
    }

    private static func measurement(
        _ verdict: SamplingReport.Verdict
    ) -> SamplingReport.Measurement {
        SamplingReport.Measurement(
            job: "1", index: 2, mediaSeconds: 1.5, recordedTime: .epoch, verdict: verdict,
            pictureHash: .max, width: 1920, height: 1080, decodeSeconds: 0.25,
            analysisSeconds: 0.5)
    }
}
