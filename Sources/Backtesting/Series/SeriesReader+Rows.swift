internal import Vocabulary

extension SeriesReader {
    /// Takes in a line of samples, which begins at `start`.
    mutating func readRow(_ bytes: [UInt8], from start: Int) {
        guard let columns, !splitter.isPassedOver(in: bytes) else { return }
        guard splitter.cells.count == columns.count else {
            report(
                BadCell(
                    message: "the line has \(splitter.cells.count) cells and the first line "
                        + "\(columns.count)",
                    suggestion: "write one cell for each column"), column: 1)
            return
        }
        var column = 1
        do throws(BadCell) {
            let point = try point(in: bytes, columns, from: start, &column)
            let number =
                columns.camera.map { index.number(of: splitter.cells[$0], in: bytes) }
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
            column = splitter.cells[place].start - start + 1
            return splitter.cells[place]
        }
        if let camera = cell(columns.camera), camera.isEmpty {
            throw BadCell(message: "the camera has no name", suggestion: "name it")
        }
        guard let timeCell = cell(columns.time), let time = clock.time(timeCell, in: bytes) else {
            throw BadCell(
                message: "'\(splitter.cells[columns.time].text(in: bytes))' is not a time",
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
}
