import Vocabulary

/// Reads a zone file: JSON with a polygon or the name of a mask, or the mask itself as a PNG picture.
public enum ZoneFile {
    /// The zone in the file at `path`, with the mask's path resolved against the file's folder.
    ///
    /// - Throws: All mistakes in the file, each with its line and column.
    public static func load(path: String) throws(SiteMistakes) -> ZoneDefinition {
        try SourceFile.load(path, read)
    }

    /// The zone in `file`; `nil`, with the mistakes told in that file, when there is none.
    static func read(_ file: SourceFile) -> ZoneDefinition? {
        file.reading(
            "zone file", advice: "write the path of a zone file (.json) or of a mask (.png)"
        ) {
            if isPicture(file.path) {
                try checkMask(file)
                return ZoneDefinition(outline: .mask(path: file.path))
            }
            let root = try JSONSource.parse(try file.text())
            return ZoneSection.shape(isStrict: false).read(SourceValue(node: root, file: file))
        }
    }

    /// Whether a path is that of a mask rather than of a zone file.
    static func isPicture(_ path: String) -> Bool { path.lowercased().hasSuffix(".png") }

    /// Checks that a file is a PNG picture, by its first bytes (ISO/IEC 15948 §5.2).
    static func checkMask(_ file: SourceFile) throws(UnreadableFile) {
        let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        guard try file.contents().starts(with: signature) else {
            throw UnreadableFile(reason: "is not a PNG picture")
        }
    }
}
