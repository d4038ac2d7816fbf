import Foundation
import SiteConfiguration
import Vocabulary

/// A recording that is to be replayed: whose it is, of which water, from when.
struct ReplayRecording: Sendable {
    /// Where it is.
    let path: String
    /// The camera that it is of.
    let camera: CameraID
    let zone: ZoneOutline?
    let geometry: ViewGeometry?
    let recalibration: CameraRecalibration?
    let timing: ReplayTiming

    /// Without a camera of the site, the file's name is the camera's.
    static func camera(namedBy path: String) -> CameraID {
        CameraID(URL(filePath: path).deletingPathExtension().lastPathComponent)
    }
}
