import JSONLines
import Testing
import Vocabulary

/// The lines between `duckweed` and its sampler, as `docs/sampler-protocol.md` shows them.
@Suite struct SamplerProtocolTests {
    @Test(
        "a selection reads as it is written",
        arguments: [
            (FrameSelection.burst(count: 3), #"{"keyframes":3}"#),
            (.everyKeyframe, #""everyKeyframe""#),
            (.keyframe(index: 5), #"{"keyframe":5}"#),
            (.mediaTime(seconds: 12.5), #"{"mediaSeconds":12.5}"#),
        ])
    func selection(selection: FrameSelection, line: String) throws {
        #expect(try JSONLine.encode(selection) == line)
        #expect(try JSONLine.decode(FrameSelection.self, from: line) == selection)
    }

    @Test(
        "a selection that makes no sense is refused with its reason",
        arguments: [
            (#"{"keyframes":0}"#, "one keyframe or more"), (#"{"keyframe":-1}"#, "from 0"),
            (#"{"mediaSeconds":-2}"#, "begins at 0"), (#""all""#, "everyKeyframe"),
            (#"{}"#, "keyframes"), (#"{"keyframe":1,"keyframes":2}"#, "a selection is"),
        ])
    func badSelection(line: String, reason: String) {
        let error = #expect(throws: JSONLineError.self) {
            try JSONLine.decode(FrameSelection.self, from: line)
        }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }

    @Test("a job comes back as it went")
    func job() throws {
        let job = SamplingJob(
            id: "lock-3/17",
            source: VideoSource(
                location: "rtsp://cam3.example/stream",
                credentials: Credentials(user: "viewer", password: Secret("p\"w")),
                address: "10.1.2.3"),
            selection: .burst(count: 3), zone: .mask(path: "water.png"),
            overlay: OverlayRequest(path: "seen.png"), deadlineSeconds: 7)
        let line = try JSONLine.encode(job)
        #expect(try JSONLine.decode(SamplingJob.self, from: line) == job)
    }

    @Test("an accepted measurement is one flat object")
    func accepted() throws {
        let report = SamplingReport.measured(
            Self.measurement(
                .accepted(
                    CoverageReading(
                        coverage: 0.25, visibleShare: 0.5, sigmaLogit: 0.125, frames: 3,
                        model: "vegseg-day-1.0.0+1c8a44f0"))))
        let line = """
            {"accepted":true,"analysisSeconds":0.25,"coverage":0.25,"decodeSeconds":0.5,\
            "distinctPictures":1,"frames":3,"height":180,"index":4,"job":"clip","mediaSeconds":1.5,\
            "model":"vegseg-day-1.0.0+1c8a44f0","pictureHash":"00000000000000ff","sigmaLogit":0.125,\
            "type":"measured","visibleShare":0.5,"width":320}
            """
        #expect(try JSONLine.encode(report) == line)
        #expect(try JSONLine.decode(SamplingReport.self, from: line) == report)
    }

    @Test("a refused measurement has a reason in place of the figures")
    func rejected() throws {
        let report = SamplingReport.measured(
            Self.measurement(.rejected(reason: .black, detail: "Too dark.")))
        let line = """
            {"accepted":false,"analysisSeconds":0.25,"decodeSeconds":0.5,"detail":"Too dark.",\
            "distinctPictures":1,"height":180,"index":4,"job":"clip","mediaSeconds":1.5,\
            "pictureHash":"00000000000000ff","reason":"black","type":"measured","width":320}
            """
        #expect(try JSONLine.encode(report) == line)
        #expect(try JSONLine.decode(SamplingReport.self, from: line) == report)
    }

    @Test("the end of a job comes back as it went, with and without a failure")
    func ended() throws {
        let done = SamplingReport.ended(SamplingReport.End(job: "a", measurements: 3, damaged: 1))
        #expect(
            try JSONLine.encode(done)
                == #"{"damaged":1,"job":"a","measurements":3,"type":"ended"}"#)
        let failed = SamplingReport.ended(
            SamplingReport.End(
                job: "b", measurements: 0, damaged: 0,
                failure: SamplingReport.Failure(reason: .timedOut, message: "too slow"),
                overlayProblem: "the disk is full"))
        for report in [done, failed] {
            let line = try JSONLine.encode(report)
            #expect(try JSONLine.decode(SamplingReport.self, from: line) == report)
        }
    }

    @Test(
        "a line that is no report is refused",
        arguments: [
            #"{"type":"opened","job":"a"}"#, #"{"job":"a","measurements":0,"damaged":0}"#,
            #"{"type":"measured","job":"a","accepted":true}"#,
        ])
    func badReport(line: String) {
        #expect(throws: JSONLineError.self) {
            try JSONLine.decode(SamplingReport.self, from: line)
        }
    }

    private static func measurement(
        _ verdict: SamplingReport.Verdict
    ) -> SamplingReport.Measurement {
        SamplingReport.Measurement(
            job: "clip", index: 4, mediaSeconds: 1.5, recordedTime: nil, verdict: verdict,
            pictureHash: 255, width: 320, height: 180, decodeSeconds: 0.5, analysisSeconds: 0.25)
    }
}
