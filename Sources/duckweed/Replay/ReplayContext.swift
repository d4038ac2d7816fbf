import Alerting
import Foundation
import SiteConfiguration
import Vocabulary

/// What the command line says about recordings: whose they are, of which water, from when.
struct ReplayContext {
    let camera: SiteCamera?
    let zone: ZoneOutline?
    let geometry: ViewGeometry?
    let recalibration: CameraRecalibration?
    let timing: ReplayTiming
    /// The model file that the site names.
    let model: ModelReference?
    private let rules: [AlertRule]
    private let routes: RoutingTree?

    init(
        site path: String?, camera id: String?, zone zonePath: String?,
        recalibration recalibrationPath: String?, start: Timestamp?,
        every: Duration?
    ) throws {
        let site = try path.map { try Site.load($0) }
        if let site, let path, let id {
            camera = try site.namedCamera(id, in: path)
        } else {
            camera = nil
        }
        if let zonePath {
            let named = try ZoneDefinition.load(zonePath)
            (zone, geometry) = (named.outline, named.geometry)
        } else {
            (zone, geometry) = (camera?.zone, camera?.geometry)
        }
        recalibration =
            try recalibrationPath.map { try CameraRecalibration.load($0) }
            ?? camera?.recalibration?.recalibration
        rules = site?.rules.map(\.withoutReminders) ?? AlertRule.forRecordings
        routes = site?.routes
        model = site?.model
        timing = ReplayTiming(start: start, every: every, playback: camera?.playback)
    }

    /// Begins to judge a recording; without a camera of the site, the file's name is the camera's.
    func session(for path: String, json: Bool) -> ReplaySession {
        let tags = camera?.tags ?? [:]
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        return ReplaySession(
            camera: camera?.id ?? CameraID(name), rules: rules.applying(to: camera?.id, tags: tags),
            routes: routes, tags: tags, printer: ReplayPrinter(json: json))
    }
}
