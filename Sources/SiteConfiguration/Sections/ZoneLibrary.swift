import Vocabulary

/// The zones of the cameras; a file that many cameras name is read once.
final class ZoneLibrary {
    private var zones: [String: ZoneDefinition?] = [:]

    /// A camera's `zone`: the path of a zone file or of a mask, or a zone that is written out.
    var shape: Shape<ZoneDefinition> {
        Shape { source in
            guard case .text(let named, _) = source.node.content else {
                return ZoneSection.shape(isStrict: true).read(source)
            }
            return self.zone(in: source.file.resolve(named), namedBy: source)
        }
    }

    private func zone(in path: String, namedBy source: SourceValue) -> ZoneDefinition? {
        if let known = zones[path] { return known }
        guard FileAccess.exists(path), !FileAccess.isFolder(path) else {
            source.mistake(
                "the zone file '\(path)' does not exist",
                "write the path from the folder of this file")
            return nil
        }
        let zone = ZoneFile.read(source.file.sibling(path))
        zones[path] = .some(zone)
        return zone
    }
}
