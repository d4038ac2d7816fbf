import Alerting
import Backtesting
import JSONLines
import Vocabulary

/// Prints a replay: as JSON lines for programs, as a table for people.
struct ReplayPrinter {
    let json: Bool

    func sample(
        _ sample: CoverageSample, of measurement: SamplingReport.Measurement,
        growth: GrowthEstimate?
    ) throws {
        guard !json else {
            try line(
                ReplayLine.Sample(
                    sample: sample, index: measurement.index, scene: measurement.scene))
            if let growth { try self.growth(growth) }
            return
        }
        var text = "\(row(sample.camera, sample.time))  coverage \(padded(sample.coverage))"
        if let growth, growth.published, let rate = growth.rate {
            text += "  growth " + Figures.rate(rate, low: growth.rateLow, high: growth.rateHigh)
            text += "  " + Figures.doubling(growth.doublingDays)
        }
        Terminal.line(text)
    }

    /// An estimate that no sample line tells of; people see it in the next one.
    func growth(_ estimate: GrowthEstimate) throws {
        if json { try line(ReplayLine.Growth(estimate: estimate)) }
    }

    func rejected(_ gap: SampleGap, of measurement: SamplingReport.Measurement) throws {
        guard !json else {
            return try line(
                ReplayLine.Rejected(gap: gap, index: measurement.index, scene: measurement.scene))
        }
        Terminal.line(
            "\(row(gap.camera, gap.time))  no sample: \(gap.reason.rawValue), \(gap.detail)")
    }

    /// What became of alerts at a look, and who is told of it.
    func alerts(of record: WaterRecord, at time: Timestamp?) throws {
        var late = record.notices
        for event in record.alerts {
            let departments = late.filter { $0.isNews(of: event) }.map(\.department)
            late.removeAll { $0.isNews(of: event) }
            try alert(event, departments: departments)
        }
        for notice in late { try self.late(notice, at: time ?? notice.event.time) }
    }

    /// A department is told later than at the event: a silence is over, or nobody has acknowledged it.
    private func late(_ notice: Notice, at time: Timestamp) throws {
        guard !json else { return try line(ReplayLine.Late(notice: notice, time: time)) }
        Terminal.line(
            "\(row(notice.event.identity.subject, time))  told of \(notice.event.identity.rule) "
                + "(\(notice.event.severity.rawValue)) since \(Figures.time(notice.event.time))"
                + " → \(notice.department)")
    }

    private func alert(_ event: AlertEvent, departments: [DepartmentID]) throws {
        guard !json else {
            return try line(ReplayLine.Alert(event: event, departments: departments))
        }
        var text = "\(row(event.identity.subject, event.time))  ALERT \(event.state.rawValue): "
        text += "\(event.identity.rule) (\(event.severity.rawValue))"
        if let coverage = event.evidence.coverage {
            text += ", coverage \(Figures.percent(coverage))"
        }
        if let rate = event.evidence.rate { text += ", growth \(Figures.rate(rate))" }
        if !departments.isEmpty {
            text += " → " + departments.map(\.rawValue).joined(separator: ", ")
        }
        Terminal.line(text)
    }

    func end(_ end: ReplayLine.End) throws {
        for problem in [end.failure, end.overlayProblem].compactMap(\.self) {
            Terminal.error("duckweed: \(problem)")
        }
        guard !json else { return try line(end) }
        var text = "\(end.camera): \(end.samples) samples, \(end.rejected) frames refused"
        if end.damaged > 0 { text += ", \(end.damaged) damaged and passed over" }
        Terminal.line(text)
    }

    private func line(_ record: some Encodable) throws {
        Terminal.line(try JSONLine.encode(record))
    }

    private func row(_ subject: some CustomStringConvertible, _ time: Timestamp) -> String {
        "\(subject)  \(Figures.time(time))"
    }

    private func padded(_ fraction: Double) -> String {
        let text = Figures.percent(fraction)
        return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }
}
