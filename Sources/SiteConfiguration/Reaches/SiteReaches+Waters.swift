public import Backtesting
public import Vocabulary
internal import Watch

extension SiteReaches {
    /// The water that some cameras see, in the order of their names; that of a reach where its first
    /// camera is.
    ///
    /// A reach whose other cameras are not among them is judged as if those were blind.
    public func waters(of cameras: some Sequence<CameraID>) -> [Water] {
        let names = Set(cameras).sorted()
        let members = names.reduce(into: [ReachID: [CameraID]]()) { members, name in
            if let reach = membership(of: name)?.reach {
                members[reach.id, default: []].append(name)
            }
        }
        return names.compactMap { name in
            guard let reach = membership(of: name)?.reach else {
                return Water(camera: name, tags: tags[name] ?? [:])
            }
            guard let together = members[reach.id], together.first == name else { return nil }
            return Water(
                reach: reach, cameras: together,
                tags: together.reduce(into: [:]) { $0[$1] = tags[$1] })
        }
    }
}
