/// Which column of a file holds what, as its first line says.
struct SeriesColumns {
    /// A column that means something.
    private enum Meaning: String {
        case time, coverage, camera, sigma, quality
    }

    /// How many cells each line must have.
    let count: Int
    /// The names of the columns that mean nothing here.
    let unknown: [String]
    /// Places of the columns that mean something, from 0; `nil` when the file has none.
    let time: Int
    let coverage: Int
    let camera: Int?
    let sigma: Int?
    let quality: Int?

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
        guard let time = places[.time], let coverage = places[.coverage] else {
            let missing = places[.time] == nil ? Meaning.time : .coverage
            throw BadCell(
                message: "there is no column '\(missing.rawValue)'",
                suggestion: "begin the file with time,coverage and, where there are such, "
                    + "camera, sigma, quality")
        }
        count = names.count
        self.unknown = unknown
        self.time = time
        self.coverage = coverage
        camera = places[.camera]
        sigma = places[.sigma]
        quality = places[.quality]
    }
}
