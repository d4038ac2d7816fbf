internal import Foundation
internal import Vocabulary

/// A season on disk: what the cameras measured, and what was true.
///
/// | file | a line for each | columns |
/// |---|---|---|
/// | `series.csv` | sample | `time,coverage,camera,sigma` |
/// | `truth.csv` | sample | `time,camera,coverage,rate` |
/// | `events.csv` | jump of the level | `time,camera,event,size` |
///
/// Coverage is a fraction 0…1, sigma its standard deviation in logit units, the rate is in 1/day,
/// the size in logit units. Line n of the truth belongs to line n of the series.
public struct SeasonFiles {
    private let series: FileHandle
    private let truth: FileHandle
    private let events: FileHandle

    /// Makes the files in a folder, which is made when it is missing; writes their headers.
    ///
    /// - Throws: When a file can't be written.
    public init(into folder: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func create(_ name: String, _ header: String) throws -> FileHandle {
            let url = URL(filePath: folder).appending(path: name)
            try Data((header + "\n").utf8).write(to: url)
            let handle = try FileHandle(forWritingTo: url)
            try handle.seekToEnd()
            return handle
        }
        series = try create("series.csv", "time,coverage,camera,sigma")
        truth = try create("truth.csv", "time,camera,coverage,rate")
        events = try create("events.csv", "time,camera,event,size")
    }

    /// Adds a camera-year to each file.
    ///
    /// - Throws: When a file can't be written.
    public func write(_ year: CameraYear) throws {
        var measured = ""
        var known = ""
        for sample in year.samples {
            let time = sample.time.description
            measured +=
                "\(time),\(decimal(sample.coverage)),\(year.camera),\(decimal(sample.sigmaLogit))\n"
            if let point = year.truth(at: sample.time) {
                known +=
                    "\(time),\(year.camera),\(decimal(point.coverage)),\(decimal(point.ratePerDay))\n"
            }
        }
        let jumps = year.jumps.map {
            "\($0.time),\(year.camera),\($0.cause.rawValue),\(decimal($0.sizeLogit))\n"
        }
        try series.write(contentsOf: Data(measured.utf8))
        try truth.write(contentsOf: Data(known.utf8))
        try events.write(contentsOf: Data(jumps.joined().utf8))
    }
}

/// A number with six decimals: a thousandth of what can be measured, and the same bytes everywhere.
private func decimal(_ value: Double) -> String {
    let millionths = Int64((abs(value) * 1e6).rounded())
    let fraction = String(millionths % 1_000_000)
    let sign = value < 0 && millionths > 0 ? "-" : ""
    return sign + String(millionths / 1_000_000) + "."
        + String(repeating: "0", count: 6 - fraction.count) + fraction
}
