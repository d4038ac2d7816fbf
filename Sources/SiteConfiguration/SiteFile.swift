import Alerting
import Vocabulary

/// Reads the file that describes a site.
///
/// The file is read in stages: its syntax, the shape of each section, then the references between
/// sections. A mistake of syntax ends the reading. All others are told at once.
public enum SiteFile {
    /// The site in the YAML file at `path`, with every path and every secret in it resolved.
    ///
    /// Paths are relative to the file that names them.
    ///
    /// - Parameter environment: The variables that `env:NAME` refers to; `nil` to leave secrets alone,
    ///   where no camera is to be opened.
    /// - Throws: All mistakes in the file and in the files that it names. No mistake shows a secret.
    public static func load(
        path: String, environment: [String: String]?
    ) throws(SiteMistakes) -> Site {
        try SourceFile.load(path) { read($0, environment) }
    }

    private static func read(_ file: SourceFile, _ environment: [String: String]?) -> Site? {
        file.document(called: "site file").flatMap { read($0, environment) }
    }

    /// The site that a document holds; `nil` when there is none, which has been told then.
    static func read(_ root: SourceValue, _ environment: [String: String]?) -> Site? {
        let draft = SiteDraft(root, environment: environment)
        draft?.tellBrokenReferences()
        draft?.tellMisspeltTags()
        return draft?.site?.versioned(as: root.file.versionOfAll)
    }
}

extension Site {
    /// The site with its version, which every rule carries into the alerts it raises.
    fileprivate func versioned(as version: String) -> Site {
        var site = self
        site.version = version
        for index in site.rules.indices { site.rules[index].configuration = version }
        return site
    }
}
