public import Alerting
public import Growth
internal import Vocabulary

extension CameraWatch {
    /// Judges the bin that is still being filled: the recording is over, and no sample will close it.
    ///
    /// Watching may go on afterwards. Should more samples fall in that bin, it is judged anew.
    ///
    /// - Parameters:
    ///   - rules: The rules as they hold for this camera; their ids differ.
    ///   - settings: How growth is estimated.
    /// - Returns: The last estimate and alerts in the order of the rules; nothing when the newest sample
    ///   was judged already.
    public mutating func end(
        rules: [AlertRule], settings: GrowthSettings = .standard
    ) -> [WatchEvent] {
        guard let newest = cadence.newest,
            let step = growth.closeBin(
                at: newest + settings.binWidth, of: camera, settings: settings)
        else { return [] }
        var events: [WatchEvent] = [.growth(step.estimate)]
        judge(sight(of: step, at: newest), at: newest, rules, settings, into: &events)
        return events
    }
}
