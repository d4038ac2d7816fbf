import CPlatform
import Foundation
import JSONLines
import Vocabulary

/// One of the builds of the sampler.
struct SamplerBuild {
    /// What the build is for.
    let name: String
    private let path: String

    /// The builds that are there and run on this processor, fastest first.
    static var runnable: [SamplerBuild] {
        var builds = [SamplerBuild(name: "baseline", path: Program.path("duckweed-sampler"))]
        if duckweed_cpu_has_x86_64_v3() {
            let path = Program.path("duckweed-sampler-x86-64-v3")
            builds.insert(SamplerBuild(name: "x86-64-v3", path: path), at: 0)
        }
        return builds.filter { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Lets the sampler measure a clip as it would in earnest, with the whole picture as the zone.
    ///
    /// The figures are the sampler's own. One process and one thread do all the jobs, so that its
    /// working memory is there from the second picture on.
    func cost(of clip: ScaledClip, rounds: Int) async throws -> SamplerCost {
        let burst = RiverClip.framesPerBurst
        var jobs: [SamplingJob] = []
        for round in 0..<rounds {
            for (kind, selection) in [
                ("each", FrameSelection.everyKeyframe), ("first", .burst(count: 1)),
                ("burst", .burst(count: burst)),
            ] {
                jobs.append(
                    SamplingJob(
                        id: "\(kind)-\(round)", source: VideoSource(location: clip.clip),
                        selection: selection))
            }
        }
        let lines = try jobs.map { try JSONLine.encode($0) + "\n" }.joined()
        let output = try await Program.output(path, ["--threads", "1"], input: lines)
        let measurements = try output.split(separator: "\n")
            .map { try JSONLine.decode(SamplingReport.self, from: $0) }
            .compactMap { report -> SamplingReport.Measurement? in
                if case .measured(let measurement) = report { measurement } else { nil }
            }
        let each = measurements.filter { $0.job.hasPrefix("each") }
        let timing = { (kind: String) in
            Timing(seconds: measurements.filter { $0.job.hasPrefix(kind) }.map(\.analysisSeconds))
        }
        return SamplerCost(
            build: name, decode: Timing(seconds: each.map(\.decodeSeconds)),
            frame: timing("each"),
            furtherFrame: Timing(
                perStepFrom: timing("first"), to: timing("burst"), count: burst - 1),
            frames: each.count, refusedFrames: each.count { !$0.verdict.isAccepted })
    }
}

/// What one build of the sampler spends on a picture.
struct SamplerCost: Encodable {
    /// `x86-64-v3` or `baseline`.
    let build: String
    /// Reading and decoding a keyframe, with libavcodec.
    let decode: Timing
    /// Everything after it, for a single frame.
    let frame: Timing
    /// The same for each further frame of a burst.
    let furtherFrame: Timing
    /// Single frames that were measured.
    let frames: Int
    /// Those that the quality gate refused, which is cheaper than measuring them.
    let refusedFrames: Int
}

extension SamplingReport.Verdict {
    fileprivate var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }
}
