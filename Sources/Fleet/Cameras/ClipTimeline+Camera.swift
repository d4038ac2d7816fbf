import SiteConfiguration
import Vocabulary

extension ClipTimeline {
    /// How capture times are made for a camera of the site; `nil` for those whose frames are of now.
    init?(_ camera: SiteCamera) {
        guard let playback = camera.playback else {
            if camera.source.isLive { return nil }
            self = .recorded
            return
        }
        self =
            switch playback.pace {
            case .timeLapse(let every): .every(start: playback.start, interval: every)
            case .scaled(let factor): .scaled(start: playback.start, factor: factor)
            }
    }
}
