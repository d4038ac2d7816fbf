/// Which column of a file holds what, as its first line says.
struct SeriesColumns {
    /// A column that means something.
    enum Meaning: String, CaseIterable {
        case time, coverage, camera, sigma, quality
    }

    /// How many cells each line must have.
    let count: Int
    /// The names of the columns that mean nothing here.
    let unknown: [String]
    private let places: [Meaning: Int]

    /// Reads the first line.
    ///
    /// - Parameter names: Its cells.
    init(_ names: [String]) throws(BadCell) {
        var places: [Meaning: Int] = [:]
        var unknown: [String] = []
        for (place, name) in names.enumerated() {
            guard let meaning = Meaning(rawValue: name.lowercased()) else {
                unknown.append(name)
                continue
            }
            guard places.updateValue(place, forKey: meaning) == nil else {
                throw BadCell(
                    message: "the column '\(name)' stands twice", suggestion: "remove one of them")
            }
        }
        for meaning in [Meaning.time, .coverage] where places[meaning] == nil {
            throw BadCell(
                message: "there is no column '\(meaning.rawValue)'",
                suggestion: "begin the file with time,coverage and, where there are such, "
                    + "camera, sigma, quality")
        }
        count = names.count
        self.unknown = unknown
        self.places = places
    }

    /// Place of a column, from 0; `nil` when the file has none.
    subscript(meaning: Meaning) -> Int? { places[meaning] }
}
