import Backtesting
import Fleet
import SiteConfiguration
import Store
import Vocabulary
import Watch

/// Which cameras are judged together.
struct BacktestWaters {
    private let reaches: SiteReaches?
    private let cameras: [CameraID: SiteCamera]

    /// As a site has it; without a site each camera is judged by itself.
    init(of site: Site?) {
        reaches = site.map { SiteReaches(of: $0) }
        cameras = Dictionary(
            (site?.cameras ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The water of some cameras, in the order of their names; that of a reach where its first is.
    func waters(of names: [CameraID]) -> [Water] {
        var waters: [Water] = []
        var done: Set<ReachID> = []
        for name in names.sorted() {
            let tags = cameras[name]?.tags ?? [:]
            guard let reach = cameras[name].flatMap({ reaches?.membership(of: $0) })?.reach else {
                waters.append(Water(camera: name, tags: tags))
                continue
            }
            guard done.insert(reach.id).inserted else { continue }
            let members = names.filter { reach.weights[$0] != nil }
            waters.append(
                Water(
                    reach: reach, cameras: members,
                    tags: Dictionary(
                        members.map { ($0, cameras[$0]?.tags ?? [:]) },
                        uniquingKeysWith: { first, _ in first })))
        }
        return waters
    }
}
