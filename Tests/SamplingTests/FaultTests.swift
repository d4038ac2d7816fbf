import Sampling
import Testing
import Vocabulary

/// Clips that begin well and go wrong, through the encoder and the decoder.
@Suite struct FaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "each fault is refused for its own reason, and good frames are not",
        arguments: FrameFault.allCases, ["clean", "harvest"])
    func fault(fault: FrameFault, name: String) throws {
        let path = folder.file("\(name)-\(fault.rawValue).mp4")
        try FaultyClip.write(fault, of: name, to: path)
        let outcome = try SamplingOutcome.of(
            SamplingJob(
                id: "test", source: VideoSource(location: path), selection: .everyKeyframe,
                zone: try FaultyClip.zone(of: name)))
        #expect(outcome.measurements.count == FaultyClip.goodCount + FaultyClip.badCount)
        let good = outcome.measurements.prefix(FaultyClip.goodCount)
        #expect(good.allSatisfy { $0.reading != nil })
        // The first frame of rain is the first to show its streaks; none is missed.
        let bad = outcome.measurements.dropFirst(FaultyClip.goodCount)
        for measurement in bad {
            #expect(measurement.verdict.reason == fault.reason, "\(measurement.verdict)")
        }
    }

    @Test("a small turn moves the zone and is reported; its samples count for less")
    func smallShift() throws {
        let path = folder.file("shift.mp4")
        try FaultyClip.write(.smallShift, of: "clean", to: path)
        let outcome = try SamplingOutcome.of(
            SamplingJob(
                id: "test", source: VideoSource(location: path), selection: .everyKeyframe,
                zone: try FaultyClip.zone(of: "clean")))
        let measurement = try #require(outcome.measurements.last)
        #expect(measurement.width == 640)
        let scene = try #require(measurement.scene)
        #expect(abs(try #require(scene.shiftX) - 4) < 1)
        #expect(abs(try #require(scene.shiftY)) < 1)
        let before = try #require(outcome.measurements[FaultyClip.goodCount - 1].reading)
        let after = try #require(measurement.reading)
        #expect(after.sigmaLogit > before.sigmaLogit * 1.3)
    }

    @Test("rain in a burst refuses the whole burst, though its first frame looks dry")
    func rainInBurst() throws {
        let path = folder.file("rain.mp4")
        try FaultyClip.write(.downpour, of: "clean", to: path)
        let outcome = try SamplingOutcome.of(
            SamplingJob(
                id: "test", source: VideoSource(location: path),
                selection: .burst(count: 2 * FaultyClip.goodCount + FaultyClip.badCount),
                zone: try FaultyClip.zone(of: "clean")))
        #expect(outcome.measurements.map(\.verdict.reason) == [.rain])
    }
}
