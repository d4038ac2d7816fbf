import Alerting
import ArgumentParser
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
            0.10/day. Several recordings are several cameras, unless --camera names one.

            EXAMPLES
              duckweed replay bloom.mp4 --zone bloom.zone.json --every 6h
              duckweed replay well-a1/ --zone well.zone.json --json
              duckweed replay lock.mp4 --site site.yaml --camera lock-3
              duckweed replay bloom.mp4 --overlay out.mp4
            """)

    @Argument(help: "Clips, pictures, or folders of pictures.", completion: .file())
    var paths: [String]

    @Option(help: "The water to be watched: a zone file, or a mask picture.", completion: .file())
    var zone: String?

    @Option(help: "A site file, for the rules and routes of --camera.", completion: .file())
    var site: String?

    @Option(help: "The camera of the site that the recordings are of.")
    var camera: String?

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
        if camera != nil, site == nil {
            throw ValidationError("--camera names a camera of a site; name the site with --site.")
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
            site: site, camera: camera, zone: zone, start: start, every: every?.duration)
        let replay = ClipReplay(
            executable: try await SamplerExecutable.findOrFail(environment),
            environment: environment)
        var ends: [ReplayLine.End] = []
        var session = context.session(for: paths[0], json: json)
        var offset = 0
        for (number, path) in paths.enumerated() {
            if number > 0, context.camera == nil {
                session = context.session(for: path, json: json)
                offset = 0
            }
            let job = SamplingJob(
                id: "replay-\(number)", source: VideoSource(location: path),
                selection: .everyKeyframe, zone: context.zone, scene: await session.scene,
                overlay: try overlay.request(
                    for: path, timeline: context.timing.timeline(offset: offset)))
            let end = try await replay.run(job) { [session, offset, timing = context.timing] in
                await session.take($0, at: timing.captureTime(of: $0, offset: offset))
            }
            offset += end.measurements
            ends.append(try await session.end(end, path: path))
        }
        return Self.exit(for: ends)
    }

    private static func exit(for ends: [ReplayLine.End]) -> ProgramExit {
        if ends.allSatisfy(\.isWhole) { return .done }
        guard ends.allSatisfy({ $0.samples + $0.rejected == 0 }) else { return .doneInPart }
        return ends.contains(where: \.isLive) ? .unavailable : .badInput
    }
}
