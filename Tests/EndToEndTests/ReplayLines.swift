import Foundation
import JSONLines
import Vocabulary

/// The lines of `duckweed replay --json` as a script would read them.
struct ReplayLines {
    struct Line: Decodable {
        var type: String
        var camera: String?
        var reach: String?
        var time: Timestamp?
        var index: Int?
        var coverage: Double?
        var reason: String?
        var rate: Double?
        var rateLow: Double?
        var rateHigh: Double?
        var published: Bool?
        var rule: String?
        var state: String?
        var department: String?
        var departments: [String]?
        var samples: Int?
        var rejected: Int?
        var damaged: Int?
        var failure: String?
    }

    let lines: [Line]

    init(_ output: String) throws {
        lines = try output.split(separator: "\n").map {
            try JSONLine.decode(Line.self, from: $0)
        }
    }

    var samples: [Line] { lines.filter { $0.type == "sample" } }
    var rejected: [Line] { lines.filter { $0.type == "rejected" } }
    var growth: [Line] { lines.filter { $0.type == "growth" } }
    var alerts: [Line] { lines.filter { $0.type == "alert" } }
    var end: Line? { lines.last { $0.type == "end" } }

    var meanCoverage: Double {
        let values = samples.compactMap(\.coverage)
        return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
