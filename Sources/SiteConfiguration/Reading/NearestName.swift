/// Finds the name that was probably meant.
enum NearestName {
    /// The candidate with the fewest typing slips to `name`; `nil` when none is near.
    ///
    /// Near means at most one slip in three characters. Upper and lower case, spaces, `-` and `_`
    /// are no slips.
    static func find(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = plain(name)
        let most = max(1, wanted.count / 3)
        return candidates.lazy
            .map { (name: $0, distance: distance(wanted, plain($0), most: most)) }
            .filter { $0.distance <= most }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    /// Asks for the nearest candidate, or lists all of them when none is near.
    static func advice(for name: String, among candidates: some Collection<String>) -> String {
        if let nearest = find(name, among: candidates) { return "did you mean '\(nearest)'?" }
        if candidates.count == 1, let only = candidates.first { return "write '\(only)'" }
        guard candidates.count <= 16 else { return "it is near none of \(candidates.count) names" }
        return "use one of: \(candidates.sorted().joined(separator: ", "))"
    }

    private static func plain(_ name: String) -> [Unicode.Scalar] {
        // Names are short; a text that is much longer is no slip.
        name.prefix(64).lowercased().unicodeScalars.filter { !" -_".unicodeScalars.contains($0) }
    }

    /// Insertions, deletions, substitutions and swaps of neighbours between two texts (optimal string
    /// alignment; Boytsov, "Indexing methods for approximate dictionary searching", 2011, §2.1).
    private static func distance(
        _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], most: Int
    ) -> Int {
        guard abs(left.count - right.count) <= most else { return .max }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
