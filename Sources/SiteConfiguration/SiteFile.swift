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
    /// - Parameter environment: The variables that `env:NAME` refers to.
    /// - Throws: All mistakes in the file and in the files that it names. No mistake shows a secret.
    public static func load(
        path: String, environment: [String: String]
    ) throws(SiteMistakes) -> Site {
        let log = MistakeLog()
        let site = read(SourceFile(path: path, log: log), environment)
        guard let site, log.mistakes.isEmpty else {
            throw SiteMistakes(log.mistakes, firstFile: path)
        }
        return site
    }

    private static func read(_ file: SourceFile, _ environment: [String: String]) -> Site? {
        do {
            let text = try file.text()
            let root = try YAMLSource.parse(text, file: file)
            let draft = SiteDraft(SourceValue(node: root, file: file), environment: environment)
            draft?.tellBrokenReferences()
            draft?.tellMisspeltTags()
            return draft?.site?.versioned(as: text)
        } catch let mistake as SyntaxMistake {
            file.report(at: mistake.place, mistake.message, mistake.suggestion)
        } catch let unreadable as UnreadableFile {
            file.report(
                at: .start, "the site file \(unreadable.reason)", "write the path of a site file")
        } catch {
            file.report(at: .start, "the site file can't be read: \(error)", "check the file")
        }
        return nil
    }
}

extension Site {
    /// The site with its version, which every rule carries into the alerts it raises.
    fileprivate func versioned(as text: String) -> Site {
        var fingerprint = Fingerprint()
        fingerprint.add(text)
        var site = self
        site.version = fingerprint.digits
        for index in site.rules.indices { site.rules[index].configuration = site.version }
        return site
    }
}
