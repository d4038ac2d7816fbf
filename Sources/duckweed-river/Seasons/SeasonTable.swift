import Evaluation
import Foundation

/// A season's report for people: the bars first, then every method side by side.
struct SeasonTable: CustomStringConvertible {
    private let report: SeasonReport

    init(_ report: SeasonReport) { self.report = report }

    var description: String {
        let met = report.bars.count { $0.isMet }
        return
            (["\(report.years) camera-years from seed \(report.seed)", ""]
            + report.bars.map(barRow) + ["\(met) of \(report.bars.count) bars met", ""]
            + [1, SeasonReport.noisyFactor].flatMap(methodRows(noise:))).joined(separator: "\n")
    }

    private func barRow(_ bar: SeasonBar) -> String {
        let limits = [bar.atLeast.map { "\($0)" }, bar.atMost.map { "\($0)" }]
        let demanded =
            switch (limits[0], limits[1]) {
            case (let least?, let most?): "\(least) to \(most)"
            case (let least?, nil): "at least \(least)"
            case (nil, let most?): "at most \(most)"
            case (nil, nil): ""
            }
        return bar.name.padded(to: 46) + number(bar.value, 3).aligned(9) + "  "
            + demanded.padded(to: 16) + (bar.isMet ? "met" : "NOT MET")
    }

    /// One table: quiet years / bloom years in each cell where one number would hide something.
    private func methodRows(noise: Double) -> [String] {
        let methods = report.methods.filter { $0.noise == noise }
        func row(_ title: String, _ cell: (SeasonReport.Method) -> String) -> String {
            title.padded(to: 36) + methods.map { cell($0).aligned(17) }.joined()
        }
        func pair(
            _ title: String, _ digits: Int, _ figure: @escaping (SeasonFigures) -> Double?
        ) -> String {
            row(title) {
                "\(number(figure($0.quiet), digits)) / \(number(figure($0.bloom), digits))"
            }
        }
        func single(
            _ title: String, _ digits: Int, _ figure: @escaping (SeasonFigures) -> Double?
        ) -> String {
            row(title) { number(figure($0.all), digits) }
        }
        let isUsual = noise == 1
        return [
            row(isUsual ? "usual noise; quiet / bloom years" : "noise x\(Int(noise))") {
                $0.method.title
            },
            pair("rate RMSE, 1/day", 3, \.rateRMSE),
            single("  while plants bloom", 3, \.rateRMSEInBloom),
            pair("rate bias, 1/day", 3, \.rateBias),
            pair("90 % intervals that hold", 2, \.intervalShare),
            pair("published rates a camera-year", 0) {
                Double($0.rates) / Double(max(1, $0.years))
            },
            pair("false growth alerts a camera-year", 3, \.falseGrowthAlertsPerYear),
            pair("growth alerts a camera-year", 2, \.growthAlertsPerYear),
            single("blooms found", 2, \.bloomsFoundShare),
            single("  delay, median days", 1, \.bloomDelayMedianDays),
            single("  delay, p90 days", 1, \.bloomDelayP90Days),
            pair("false coverage alerts a camera-year", 3, \.falseCoverageAlertsPerYear),
            pair("coverage alerts a camera-year", 2, \.coverageAlertsPerYear),
            single("crossings of 30 % found", 2, \.crossingsFoundShare),
            single("  delay, median days", 1, \.crossingDelayMedianDays),
            pair("false forecast alerts a camera-year", 3, \.falseForecastAlertsPerYear),
            pair("forecast alerts a camera-year", 2, \.forecastAlertsPerYear),
            "",
        ]
    }

    private func number(_ value: Double?, _ digits: Int) -> String {
        value.map { String(format: "%.\(digits)f", $0) } ?? "–"
    }
}

extension SeasonMethod {
    fileprivate var title: String {
        switch self {
        case .live: "duckweed"
        case .leastSquares7: "OLS log C, 7 d"
        case .theilSen7: "Theil–Sen, 7 d"
        case .theilSen14: "Theil–Sen, 14 d"
        case .threeInARow: "three in a row"
        }
    }
}

extension String {
    /// Filled up with spaces behind.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }

    /// Filled up with spaces in front.
    fileprivate func aligned(_ width: Int) -> String {
        String(repeating: " ", count: Swift.max(1, width - count)) + self
    }
}
