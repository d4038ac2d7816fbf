import Vocabulary

/// The zones of the cameras; a file that many cameras name is read once.
final class ZoneLibrary {
    private var outlines: [String: ZoneOutline?] = [:]

    /// A camera's `zone`: the path of a zone file or of a mask, or a zone that is written out.
    var shape: Shape<ZoneOutline> {
        Shape { source in
            guard case .text(let named, _) = source.node.content else {
                return ZoneSection.shape(isStrict: true).read(source)
            }
            return self.outline(in: source.file.resolve(named), namedBy: source)
        }
    }

    private func outline(in path: String, namedBy source: SourceValue) -> ZoneOutline? {
        if let known = outlines[path] { return known }
        guard FileAccess.exists(path), !FileAccess.isFolder(path) else {
            source.mistake(
                "the zone file '\(path)' does not exist",
                "write the path from the folder of this file")
            return nil
        }
        let outline = ZoneFile.read(source.file.sibling(path))
        outlines[path] = .some(outline)
        return outline
    }
}
