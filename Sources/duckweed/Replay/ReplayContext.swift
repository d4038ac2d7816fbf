import Alerting
import Backtesting
import SiteConfiguration
import Vocabulary

/// What the command line says about recordings: whose they are, of which water, from when, and by
/// what they are judged.
struct ReplayContext {
    /// The recordings, in the order of the command line.
    let recordings: [ReplayRecording]
    /// The model file that the site names.
    let model: ModelReference?
    /// By what they are judged.
    let ruling: Ruling
    private let reaches: SiteReaches?

    /// Recordings of water that is judged by itself.
    struct Group {
        let water: Water
        var recordings: [ReplayRecording]
    }

    /// Reads the files that the command line names.
    ///
    /// - Parameters:
    ///   - cameras: Cameras of the site: none, one for all recordings, or one for each.
    ///   - zone: The zone file; `nil` for the zones of the cameras.
    ///   - recalibration: The file of the recalibration; `nil` for those of the cameras.
    ///   - start: Capture time of the first frame, where it is given.
    ///   - every: Time between two keyframes, where it is given.
    init(
        paths: [String], site sitePath: String?, cameras names: [String], zone zonePath: String?,
        recalibration recalibrationPath: String?, start: Timestamp?, every: Duration?
    ) throws {
        let site = try sitePath.map { try Site.load($0) }
        let named = try names.compactMap { try site?.namedCamera($0, in: sitePath ?? "") }
        let zone = try zonePath.map { try ZoneDefinition.load($0) }
        let recalibration = try recalibrationPath.map { try CameraRecalibration.load($0) }
        recordings = paths.enumerated().map { number, path in
            let camera = named.count == paths.count ? named[number] : named.first
            return ReplayRecording(
                path: path, camera: camera?.id ?? ReplayRecording.camera(namedBy: path),
                zone: zone.map(\.outline) ?? camera?.zone,
                geometry: zone.map(\.geometry) ?? camera?.geometry,
                recalibration: recalibration ?? camera?.recalibration?.recalibration,
                timing: ReplayTiming(start: start, every: every, playback: camera?.playback))
        }
        model = site?.model
        ruling = site.map { Ruling(of: $0) } ?? Ruling(rules: AlertRule.forRecordings)
        reaches = named.isEmpty ? nil : SiteReaches(of: site)
    }

    /// The recordings of each camera, or of all cameras of a reach, in the order of their first ones.
    ///
    /// Where no camera is named, each recording is a camera of its own.
    var groups: [Group] {
        guard let reaches else {
            return recordings.map { Group(water: Water(camera: $0.camera), recordings: [$0]) }
        }
        let waters = reaches.waters(of: recordings.map(\.camera))
        var groups: [Group] = []
        for recording in recordings {
            if let known = groups.firstIndex(where: {
                $0.water.cameras.contains(recording.camera)
            }) {
                groups[known].recordings.append(recording)
            } else if let water = waters.first(where: { $0.cameras.contains(recording.camera) }) {
                groups.append(Group(water: water, recordings: [recording]))
            }
        }
        return groups
    }
}
