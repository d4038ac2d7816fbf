import Alerting
import ArgumentParser
import Backtesting
import Fleet
import Foundation
import SiteConfiguration
import Vocabulary

/// `duckweed replay`: judges recordings as if they were live.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Judges recorded clips and pictures as if they were live.",
        discussion: """
            Takes clips (mp4, ts, mkv, avi), MJPEG, single pictures and folders of
            pictures. Each keyframe is a sample. Capture times come from --start and
            --every; else from the pictures' names or EXIF; else from the clip's own
            clock. Without --site the standard rules hold: coverage of 30 %, growth of
            0.10/day. Several recordings are several cameras, unless --camera names one
            for all, or one for each. Cameras of one reach are judged together.

            EXAMPLES
              duckweed replay bloom.mp4 --zone bloom.zone.json --every 6h
              duckweed replay well-a1/ --zone well.zone.json --json
              duckweed replay lock.mp4 --site site.yaml --camera lock-3
              duckweed replay a.mp4 b.mp4 --site site.yaml --camera a --camera b
              duckweed replay bloom.mp4 --overlay out.mp4
            """)

    @Argument(help: "Clips, pictures, or folders of pictures.", completion: .file())
    var paths: [String]

    @Option(help: "The water to be watched: a zone file, or a mask picture.", completion: .file())
    var zone: String?

    @Option(help: "The camera's recalibration, from 'duckweed calibrate'.", completion: .file())
    var recalibration: String?

    @Option(
        help: "A site file, for the rules, silences and routes of --camera.", completion: .file())
    var site: String?

    @Option(help: "The camera of the site that the recordings are of; or one for each, in order.")
    var camera: [String] = []

    @Option(help: "Capture time of the first frame, such as 2026-06-01T06:00:00Z.")
    var start: Timestamp?

    @Option(help: "Time between two keyframes, such as 6h.")
    var every: Interval?

    @Flag(help: "Print JSON lines.")
    var json = false

    @OptionGroup var overlay: OverlayOption

    func validate() throws {
        guard !paths.isEmpty else {
            throw ValidationError("Name at least one clip, picture or folder of pictures.")
        }
        if !camera.isEmpty, site == nil {
            throw ValidationError("--camera names a camera of a site; name the site with --site.")
        }
        guard camera.count <= 1 || camera.count == paths.count else {
            throw ValidationError("Name one --camera for all recordings, or one for each.")
        }
        if Set(camera).count > 1, zone != nil || recalibration != nil {
            throw ValidationError(
                "--zone and --recalibration are of one camera; with several they come from the site."
            )
        }
        if overlay.overlay != nil, paths.count > 1 {
            throw ValidationError("--overlay takes one recording at a time.")
        }
    }

    func run() async throws {
        let exit = try await ProgramFailure.reported { try await replayAll() }
        if exit != .done { throw ExitCode(exit.rawValue) }
    }

    private func replayAll() async throws -> ProgramExit {
        let environment = ProcessInfo.processInfo.environment
        let context = try ReplayContext(
            paths: paths, site: site, cameras: camera, zone: zone, recalibration: recalibration,
            start: start, every: every?.duration)
        let executable = try await SamplerExecutable.findOrFail(environment)
        try await executable.accept(context.model)
        let replay = ClipReplay(
            executable: executable, modelPath: context.model?.path, environment: environment)
        var ends: [ReplayLine.End] = []
        for group in context.groups {
            ends += try await judge(group, by: context.ruling, with: replay)
        }
        return Self.exit(for: ends)
    }

    private func judge(
        _ group: ReplayContext.Group, by ruling: Ruling, with replay: ClipReplay
    ) async throws -> [ReplayLine.End] {
        let session = ReplaySession(
            water: group.water, ruling: ruling, printer: ReplayPrinter(json: json))
        var ends: [ReplayLine.End] = []
        var offsets: [CameraID: Int] = [:]
        for (number, recording) in group.recordings.enumerated() {
            let offset = offsets[recording.camera, default: 0]
            let timing = recording.timing
            let job = SamplingJob(
                id: "replay-\(number)", source: VideoSource(location: recording.path),
                selection: .everyKeyframe, zone: recording.zone, geometry: recording.geometry,
                scene: await session.begin(recording),
                overlay: try overlay.request(
                    for: recording.path, timeline: timing.timeline(offset: offset)),
                recalibration: recording.recalibration)
            let end = try await replay.run(job) {
                await session.take($0, at: timing.captureTime(of: $0, offset: offset))
            }
            offsets[recording.camera] = offset + end.measurements
            ends += try await session.end(end, isLast: number == group.recordings.count - 1)
        }
        return ends
    }

    private static func exit(for ends: [ReplayLine.End]) -> ProgramExit {
        if ends.allSatisfy(\.isWhole) { return .done }
        guard ends.allSatisfy({ $0.samples + $0.rejected == 0 }) else { return .doneInPart }
        return ends.contains(where: \.isLive) ? .unavailable : .badInput
    }
}
