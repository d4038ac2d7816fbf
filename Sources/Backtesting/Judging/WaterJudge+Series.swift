internal import Vocabulary

extension WaterJudge {
    /// Judges whole series.
    ///
    /// - Parameters:
    ///   - series: One for each camera of the water, in the order of ``Water/cameras``.
    ///   - water: What is judged.
    ///   - ruling: By what.
    ///   - density: Which of the estimates are kept.
    public static func record(
        of series: [CameraSeries], from water: Water, by ruling: Ruling,
        estimates density: EstimateDensity = .none
    ) -> WaterRecord {
        var judge = WaterJudge(water, by: ruling)
        var record = WaterRecord(estimates: density, hasRoutes: ruling.policy != nil)
        if series.count == 1, let only = series.first {
            for point in only.points { judge.step(point, ofCamera: 0, into: &record) }
        } else {
            for look in inOrder(series) {
                judge.step(
                    series[look.camera].points[look.point], ofCamera: look.camera, into: &record)
            }
        }
        judge.end(into: &record)
        return record
    }

    /// The looks of several cameras in the order of time; at the same time, in that of the cameras.
    static func inOrder(_ series: [CameraSeries]) -> [(camera: Int, point: Int)] {
        var looks: [(time: Timestamp, camera: Int, point: Int)] = []
        looks.reserveCapacity(series.reduce(0) { $0 + $1.points.count })
        for (camera, one) in series.enumerated() {
            for (point, look) in one.points.enumerated() {
                looks.append((look.time, camera, point))
            }
        }
        looks.sort { ($0.time, $0.camera, $0.point) < ($1.time, $1.camera, $1.point) }
        return looks.map { ($0.camera, $0.point) }
    }
}
