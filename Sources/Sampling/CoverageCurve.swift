package import Vocabulary

/// The coverage of every frame of a job so far, with its gaps.
package struct CoverageCurve: Sendable {
    /// One measurement on the curve.
    package struct Point: Hashable, Sendable {
        /// Where it stands, in the unit of ``scale``.
        package var position: Double
        /// Coverage 0…1; `nil` for a frame that was refused.
        package var coverage: Double?
    }

    /// What positions are counted in.
    package enum Scale: Hashable, Sendable {
        /// Seconds since 1970, as the source recorded them.
        case recordedTime
        /// Seconds from the start of the clip.
        case mediaTime
        /// Numbers of keyframes.
        case keyframes
    }

    /// What positions are counted in; the first measurement decides.
    package private(set) var scale = Scale.keyframes
    /// The measurements in the order they came.
    package private(set) var points: [Point] = []

    /// Makes an empty curve.
    package init() {}

    /// Adds a measurement.
    package mutating func add(_ measurement: SamplingReport.Measurement) {
        if points.isEmpty { scale = Self.scale(of: measurement) }
        points.append(
            Point(position: position(of: measurement), coverage: measurement.verdict.coverage))
    }

    /// The positions of the first and the last measurement; at least one unit apart.
    package var range: ClosedRange<Double> {
        let first = points.first?.position ?? 0
        return first...max(first + 1, points.last?.position ?? 0)
    }

    /// The parts of the curve that hang together: a refused frame ends one.
    package var pieces: [ArraySlice<Point>] {
        points.split { $0.coverage == nil }
    }

    /// The frames that were refused.
    package var gaps: [Point] { points.filter { $0.coverage == nil } }

    private static func scale(of measurement: SamplingReport.Measurement) -> Scale {
        if measurement.recordedTime != nil { return .recordedTime }
        return measurement.mediaSeconds == nil ? .keyframes : .mediaTime
    }

    /// Falls back on the last position where a measurement lacks what the first one had.
    private func position(of measurement: SamplingReport.Measurement) -> Double {
        let position: Double? =
            switch scale {
            case .recordedTime: measurement.recordedTime?.secondsSinceEpoch
            case .mediaTime: measurement.mediaSeconds
            case .keyframes: Double(measurement.index)
            }
        return max(position ?? 0, points.last?.position ?? -.infinity)
    }
}

extension SamplingReport.Verdict {
    /// Coverage 0…1 of an accepted frame.
    var coverage: Double? {
        switch self {
        case .accepted(let reading): reading.coverage
        case .rejected: nil
        }
    }
}
