/// Turns a stream's time stamps into seconds from its start.
struct MediaTime {
    /// Seconds of one unit.
    let unitSeconds: Double
    /// Time stamp of the start; set by the first packet where the header has none.
    var start: Int64?

    /// Seconds from the start to `stamp`; `nil` when there is no stamp or no start.
    func seconds(_ stamp: Int64?) -> Double? {
        guard let stamp, let start else { return nil }
        let (units, overflow) = stamp.subtractingReportingOverflow(start)
        return overflow ? nil : Double(units) * unitSeconds
    }
}
