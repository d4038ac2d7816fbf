/// Takes secrets out of text that may hold addresses or protocol headers.
package enum CredentialScrubber {
    /// The text without user names and passwords in addresses, without query strings, and without
    /// the rest of a line that speaks of authorisation.
    package static func scrubbed(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                line.lowercased().contains("authorization") ? "(left out)" : scrubbed(line: line)
            }
            .joined(separator: "\n")
    }

    private static func scrubbed(line: Substring) -> String {
        line.split(separator: " ", omittingEmptySubsequences: false)
            .map { word in word.contains("://") ? scrubbed(address: word) : String(word) }
            .joined(separator: " ")
    }

    private static func scrubbed(address: Substring) -> String {
        guard let slashes = address.firstRange(of: "://") else { return String(address) }
        let scheme = address[..<slashes.upperBound]
        let rest = address[slashes.upperBound...]
        let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        // A password may hold a raw slash, so the last @ of the whole address counts when it
        // stands before any query.
        let queryStart = rest.firstIndex { "?#".contains($0) } ?? rest.endIndex
        let userEnd =
            rest[..<authorityEnd].lastIndex(of: "@") ?? rest[..<queryStart].lastIndex(of: "@")
        let hostStart = userEnd.map { rest.index(after: $0) } ?? rest.startIndex
        return scheme + rest[hostStart..<queryStart] + (queryStart < rest.endIndex ? "?…" : "")
    }
}
