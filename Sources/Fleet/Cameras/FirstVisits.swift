package import SiteConfiguration
package import Store
package import Vocabulary

/// When each camera is visited for the first time.
///
/// Clips begin at once. Live cameras are spread, so that they are not all due together for ever
/// after: over their own period at most, and over less where the site is small.
package enum FirstVisits {
    /// Time between the first visits of two live cameras.
    private static let spacing = Duration.milliseconds(20)

    package static func registrations(
        of cameras: [SiteCamera], at now: Timestamp
    ) -> [CameraRegistration] {
        var liveCameras = 0
        return cameras.map { camera in
            let source = source(of: camera)
            guard camera.source.isLive, camera.sampling.every > .zero else {
                return CameraRegistration(id: camera.id, firstDue: now, source: source)
            }
            let periods = (spacing * liveCameras) / camera.sampling.every
            liveCameras += 1
            let phase = periods - periods.rounded(.down)
            return CameraRegistration(
                id: camera.id, firstDue: now + camera.sampling.every * phase, source: source)
        }
    }

    /// Differs where another clip, or the same one at another time, is to be played.
    private static func source(of camera: SiteCamera) -> String {
        guard let playback = camera.playback else { return camera.source.location }
        return switch playback.pace {
        case .timeLapse(let every):
            "\(camera.source.location) from \(playback.start) every \(every)"
        case .scaled(let factor):
            "\(camera.source.location) from \(playback.start) at \(factor)"
        }
    }
}
