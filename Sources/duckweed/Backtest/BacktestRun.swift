import Alerting
import Backtesting
import Foundation
import Vocabulary

/// Judges all water of a back-test, as many at a time as there are processors.
struct BacktestRun: Sendable {
    let source: BacktestSource
    let waters: [Water]
    let current: Ruling
    /// The rules that are tried; `nil` when only the current ones are.
    let new: Ruling?
    let density: EstimateDensity
    /// The cameras of which a picture is drawn.
    let plotted: Set<CameraID>

    /// What became of some water.
    struct Result: Sendable {
        /// By the current rules, when others are tried.
        let current: WaterRecord?
        /// By the rules that are tried, or by the current ones.
        let judged: WaterRecord
        /// The estimates as JSON, without brackets.
        let estimates: [UInt8]
        let plots: [PlottedCamera]
    }

    /// Judges, and hands over the results in the order of ``waters``.
    ///
    /// Only a few results wait at a time, so memory does not grow with the number of cameras.
    func run(_ take: (Water, Result) throws -> Void) async throws {
        let most = max(2, ProcessInfo.processInfo.activeProcessorCount * 2)
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var started = 0
            var taken = 0
            var waiting: [Int: Result] = [:]
            while taken < waters.count {
                while started < waters.count, started - taken < most {
                    group.addTask { [self, started] in (started, try await judge(waters[started])) }
                    started += 1
                }
                guard let (number, result) = try await group.next() else { break }
                waiting[number] = result
                while let next = waiting.removeValue(forKey: taken) {
                    try take(waters[taken], next)
                    taken += 1
                }
            }
        }
    }

    private func judge(_ water: Water) async throws -> Result {
        var series: [CameraSeries] = []
        for camera in water.cameras { series.append(try await source.series(of: camera)) }
        let plots = series.filter { plotted.contains($0.camera) }
        let kept = plots.isEmpty ? density : .all
        let ruling = new ?? current
        let judged = WaterJudge.record(of: series, from: water, by: ruling, estimates: kept)
        let before = new.map { _ in WaterJudge.record(of: series, from: water, by: current) }
        return Result(
            current: before, judged: judged.withoutEstimates, estimates: text(of: judged),
            plots: plots.map { one in
                PlottedCamera(
                    series: one, record: judged,
                    rules: ruling.rules.applying(
                        to: one.camera, tags: water.tags[one.camera] ?? [:]))
            })
    }

    private func text(of record: WaterRecord) -> [UInt8] {
        var text = EstimateText()
        for estimate in density.thinned(record.estimates) { text.add(estimate) }
        return text.bytes
    }
}
