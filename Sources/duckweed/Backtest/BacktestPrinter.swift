import Backtesting
import JSONLines

/// Prints a back-test as one JSON object, the estimates as they come.
final class BacktestPrinter {
    private var hasBegun = false
    private var hasEstimates = false

    /// Prints the estimates of some water: objects with commas between.
    func estimates(_ text: [UInt8]) {
        begin()
        guard !text.isEmpty else { return }
        Terminal.bytes(Array((hasEstimates ? ",\n" : "\n").utf8))
        Terminal.bytes(text)
        hasEstimates = true
    }

    /// Prints all else, and the end of the object.
    func end(_ summary: BacktestSummary) throws {
        begin()
        Terminal.bytes(Array("],\n".utf8))
        // The object goes on after its first key, without another brace.
        Terminal.line(String(try JSONLine.encode(Rest(summary)).dropFirst()))
    }

    private func begin() {
        guard !hasBegun else { return }
        hasBegun = true
        Terminal.bytes(Array(#"{"estimates":["#.utf8))
    }

    private struct Rest: Encodable {
        let alerts: [BacktestLines.Alert]
        let comparison: BacktestLines.Comparison?
        let departments: [BacktestLines.Department]
        let cameras: Int
        let samples: Int
        let gaps: Int

        init(_ summary: BacktestSummary) {
            alerts = summary.alerts
            comparison = summary.comparison.map(BacktestLines.Comparison.init)
            departments = summary.departments.map {
                BacktestLines.Department(week: $0, isCompared: summary.isCompared)
            }
            cameras = summary.cameraCount
            samples = summary.sampleCount
            gaps = summary.gapCount
        }
    }
}
