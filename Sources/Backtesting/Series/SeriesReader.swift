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
    private let defaultCamera: String
    private var columns: SeriesColumns?
    private var pending: [UInt8] = []
    private var line = 0
    private var cells: [SeriesCell] = []
    private var index = CameraIndex()
    private var clock = SeriesClock()
    private var series: [CameraSeries] = []

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
            guard let end = bytes.firstIndex(of: Self.lineEnd) else {
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
            readLines(of: pending + [Self.lineEnd], from: 0)
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

    private static let lineEnd = UInt8(ascii: "\n")
    /// What some programs write at the start of a text, of which it is no part.
    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// Reads all whole lines; returns where the first one begins that is not whole.
    @discardableResult
    private mutating func readLines(of bytes: [UInt8], from start: Int) -> Int {
        var start = start
        while true {
            let end = splitLine(of: bytes, from: start)
            guard end < bytes.count else { return start }
            line += 1
            if line == 1, cells[0].begins(with: Self.byteOrderMark, in: bytes) {
                cells[0].start += Self.byteOrderMark.count
            }
            if columns == nil {
                readHeader(bytes)
            } else {
                readRow(bytes, from: start)
            }
            start = end + 1
        }
    }

    /// Finds the cells up to the next line end, whose place is returned; the count of bytes if none.
    private mutating func splitLine(of bytes: [UInt8], from start: Int) -> Int {
        cells.removeAll(keepingCapacity: true)
        var cellStart = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ",") {
                cells.append(Self.trimmed(SeriesCell(start: cellStart, end: index), bytes))
                cellStart = index + 1
            } else if byte == Self.lineEnd {
                cells.append(Self.trimmed(SeriesCell(start: cellStart, end: index), bytes))
                return index
            } else if byte == UInt8(ascii: "\""), index == cellStart {
                // To the closing quote, or to the end of the line.
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
                    bytes[index] != Self.lineEnd
                { index += 1 }
                if index < bytes.count, bytes[index] == Self.lineEnd { continue }
            }
            index += 1
        }
        return bytes.count
    }

    /// The cell without blanks and quotes around it.
    private static func trimmed(_ cell: SeriesCell, _ bytes: [UInt8]) -> SeriesCell {
        var cell = cell
        while cell.start < cell.end, isBlank(bytes[cell.end - 1]) { cell.end -= 1 }
        while cell.start < cell.end, isBlank(bytes[cell.start]) { cell.start += 1 }
        if cell.end - cell.start >= 2, bytes[cell.start] == UInt8(ascii: "\""),
            bytes[cell.end - 1] == UInt8(ascii: "\"")
        {
            cell.start += 1
            cell.end -= 1
        }
        return cell
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0d
    }

    private func isPassedOver(_ bytes: [UInt8]) -> Bool {
        guard let first = cells.first else { return true }
        if first.isEmpty { return cells.count == 1 }
        return bytes[first.start] == UInt8(ascii: "#")
    }

    private mutating func readHeader(_ bytes: [UInt8]) {
        guard !isPassedOver(bytes), mistakeCount == 0 else { return }
        do throws(BadCell) {
            columns = try SeriesColumns(cells.map { $0.text(in: bytes) })
        } catch {
            report(error, column: 1)
        }
    }

    private mutating func readRow(_ bytes: [UInt8], from start: Int) {
        guard let columns, !isPassedOver(bytes) else { return }
        guard cells.count == columns.count else {
            report(
                BadCell(
                    message:
                        "the line has \(cells.count) cells and the first line \(columns.count)",
                    suggestion: "write one cell for each column"), column: 1)
            return
        }
        var column = 1
        do throws(BadCell) {
            let point = try point(in: bytes, columns, from: start, &column)
            let number =
                columns.camera.map { index.number(of: cells[$0], in: bytes) }
                ?? index.look(up: defaultCamera)
            if number == series.count {
                series.append(CameraSeries(camera: index.cameras[number]))
            }
            series[number].append(point)
        } catch {
            report(error, column: column)
        }
    }

    private mutating func point(
        in bytes: [UInt8], _ columns: SeriesColumns, from start: Int, _ column: inout Int
    ) throws(BadCell) -> SeriesPoint {
        func cell(_ place: Int?) -> SeriesCell? {
            guard let place else { return nil }
            column = cells[place].start - start + 1
            return cells[place]
        }
        if let camera = cell(columns.camera), camera.isEmpty {
            throw BadCell(message: "the camera has no name", suggestion: "name it")
        }
        guard let timeCell = cell(columns.time), let time = clock.time(timeCell, in: bytes) else {
            throw BadCell(
                message: "'\(cells[columns.time].text(in: bytes))' is not a time",
                suggestion: "write date, time and offset, such as 2026-06-01T06:00:00Z")
        }
        if let quality = cell(columns.quality),
            let reason = SeriesQuality.gapReason(quality, in: bytes)
        {
            return SeriesPoint(time: time, gap: reason)
        }
        guard let coverageCell = cell(columns.coverage),
            let coverage = try Self.coverage(coverageCell, in: bytes)
        else {
            return SeriesPoint(time: time, gap: SeriesQuality.missing)
        }
        guard let sigmaCell = cell(columns.sigma), !sigmaCell.isEmpty else {
            return SeriesPoint(time: time, coverage: coverage)
        }
        guard let sigma = sigmaCell.number(in: bytes), sigma >= 0, sigma <= 100 else {
            throw BadCell(
                message: "'\(sigmaCell.text(in: bytes))' is not a standard deviation",
                suggestion: "write it in logit units, such as 0.15, or leave the cell empty")
        }
        return SeriesPoint(time: time, coverage: coverage, sigmaLogit: sigma)
    }

    /// The coverage in a cell; `nil` when there is none, or not a number.
    private static func coverage(
        _ cell: SeriesCell, in bytes: [UInt8]
    ) throws(BadCell) -> Double? {
        guard !cell.isEmpty else { return nil }
        guard let value = cell.number(in: bytes) else {
            throw BadCell(
                message: "'\(cell.text(in: bytes))' is not a coverage",
                suggestion:
                    "write a fraction 0 to 1, such as 0.3 for 30 %; leave it empty for a gap")
        }
        if value.isNaN { return nil }
        guard (0...1).contains(value) else {
            let text = cell.text(in: bytes)
            throw BadCell(
                message: "a coverage of \(text) is not between 0 and 1",
                suggestion: value > 1 && value <= 100
                    ? "if it is in percent, divide the column by 100" : "write a fraction 0 to 1")
        }
        return value
    }

    private mutating func report(_ mistake: BadCell, column: Int) {
        mistakeCount += 1
        guard mistakes.count < Self.mostMistakes else { return }
        mistakes.append(
            SeriesMistake(
                file: file, line: max(line, 1), column: column, message: mistake.message,
                suggestion: mistake.suggestion))
    }
}
