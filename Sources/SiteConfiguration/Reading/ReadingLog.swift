import FoundationEssentials
import Vocabulary

/// Collects what comes of one reading: the mistakes, so that all can be told at once, and the version
/// of all files that were read.
final class ReadingLog {
    private(set) var mistakes: [SiteMistake] = []
    private var fingerprint: Fingerprint?

    func report(_ mistake: SiteMistake) { mistakes.append(mistake) }

    /// Counts what a file holds.
    ///
    /// Files are read in the order in which they are named, so equal files have an equal version,
    /// wherever they lie.
    func note(_ contents: Data) {
        var all = fingerprint ?? Fingerprint()
        if fingerprint != nil { all.add("\0") }
        all.add(contents)
        fingerprint = all
    }

    /// Fingerprint of all that was read, 16 hexadecimal digits.
    var version: String { (fingerprint ?? Fingerprint()).digits }
}
