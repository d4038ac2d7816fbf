public import Vocabulary

/// All that was seen by one camera, in the order of time.
public struct CameraSeries: Hashable, Sendable {
    /// The camera.
    public let camera: CameraID
    /// Samples and gaps, oldest first; those of the same time in the order in which they came.
    public private(set) var points: [SeriesPoint]
    private var isSorted = true

    /// Makes a series of points in any order.
    public init(camera: CameraID, points: [SeriesPoint] = []) {
        self.camera = camera
        self.points = points
        isSorted = false
        sort()
    }

    /// Adds a point; ``sort()`` must follow the last one.
    mutating func append(_ point: SeriesPoint) {
        if let last = points.last, point.time < last.time { isSorted = false }
        points.append(point)
    }

    /// Brings the points into the order of time, those of the same time as they are.
    mutating func sort() {
        guard !isSorted else { return }
        isSorted = true
        // The library's sort is stable in fact, but does not promise it.
        let order = points.indices.sorted {
            (points[$0].time, $0) < (points[$1].time, $1)
        }
        points = order.map { points[$0] }
    }

    /// How many of the points are samples.
    public var sampleCount: Int { points.count { $0.gapReason == nil } }
}
