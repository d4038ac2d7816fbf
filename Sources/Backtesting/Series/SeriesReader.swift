public import Vocabulary

/// Reads series of samples from comma-separated values, part by part.
///
/// The first line names the columns, in any order: `time` (RFC 3339), `coverage` (0…1), and where
/// there are such `camera`, `sigma` (standard deviation in logit units) and `quality`: `ok`,
/// `accepted` or nothing for a sample, else the reason of a gap. A line without coverage is a gap too.
/// Lines may be in any order; empty ones and those that begin with `#` are passed over.
///
/// Bytes are looked at one by one and nothing is allocated for a line, so that a season of a thousand
/// cameras is read in a second or two. A cell in double quotes may hold commas, but no line ends.
public struct SeriesReader {
    private let file: String
    let defaultCamera: String
    var columns: SeriesColumns?
    private var pending: [UInt8] = []
    private var line = 0
    var splitter = LineSplitter()
    var index = CameraIndex()
    var clock = SeriesClock()
    var series: [CameraSeries] = []

    /// The first mistakes, at most ``mostMistakes``.
    public private(set) var mistakes: [SeriesMistake] = []
    /// How many lines have a mistake.
    public private(set) var mistakeCount = 0

    /// So many mistakes are kept; the others are only counted.
    public static let mostMistakes = 20

    /// Starts to read.
    ///
    /// - Parameters:
    ///   - file: Path of the file, for mistakes.
    ///   - camera: The camera of a file that names none.
    public init(file: String, camera: CameraID) {
        self.file = file
        defaultCamera = camera.rawValue
    }

    /// The names of columns that were passed over.
    public var unknownColumns: [String] { columns?.unknown ?? [] }

    /// Takes the next bytes of the file, which may end anywhere.
    public mutating func read(_ bytes: [UInt8]) {
        var start = 0
        if !pending.isEmpty {
            guard let end = bytes.firstIndex(of: LineSplitter.lineEnd) else {
                pending += bytes
                return
            }
            var whole = pending
            pending = []
            whole += bytes[...end]
            readLines(of: whole, from: 0)
            start = end + 1
        }
        let rest = readLines(of: bytes, from: start)
        pending = Array(bytes[rest...])
    }

    /// Ends the reading.
    ///
    /// - Returns: The series in the order in which their cameras first came, each sorted by time.
    public mutating func finish() -> [CameraSeries] {
        if !pending.isEmpty {
            readLines(of: pending + [LineSplitter.lineEnd], from: 0)
            pending = []
        }
        if columns == nil, mistakeCount == 0 {
            report(
                BadCell(
                    message: "the file is empty",
                    suggestion: "begin it with the line time,coverage or time,coverage,camera"),
                column: 1)
        }
        for number in series.indices { series[number].sort() }
        return series
    }

    /// Reads all whole lines; returns where the first one begins that is not whole.
    @discardableResult
    private mutating func readLines(of bytes: [UInt8], from start: Int) -> Int {
        var start = start
        while true {
            let end = splitter.split(bytes, from: start)
            guard end < bytes.count else { return start }
            line += 1
            if line == 1 { splitter.removeByteOrderMark(in: bytes) }
            if columns == nil {
                readHeader(bytes)
            } else {
                readRow(bytes, from: start)
            }
            start = end + 1
        }
    }

    private mutating func readHeader(_ bytes: [UInt8]) {
        guard !splitter.isPassedOver(in: bytes), mistakeCount == 0 else { return }
        do throws(BadCell) {
            columns = try SeriesColumns(splitter.cells.map { $0.text(in: bytes) })
        } catch {
            report(error, column: 1)
        }
    }

    /// Notes what is wrong with the newest line.
    mutating func report(_ mistake: BadCell, column: Int) {
        mistakeCount += 1
        guard mistakes.count < Self.mostMistakes else { return }
        mistakes.append(
            SeriesMistake(
                file: file, line: max(line, 1), column: column, message: mistake.message,
                suggestion: mistake.suggestion))
    }
}
