import Backtesting
import Store
import Vocabulary
import Watch

/// Where the past comes from: files of samples, or what a site has kept.
struct BacktestSource: Sendable {
    /// The cameras, in the order of their names.
    let cameras: [CameraID]
    private let kept: Kept
    private let start: Timestamp
    private let end: Timestamp

    private enum Kept: Sendable {
        case series([CameraID: CameraSeries])
        case store(SiteStore)
    }

    /// Files of samples; what two files say of one camera is put together.
    init(files: [String], from start: Timestamp?, to end: Timestamp?) throws {
        var series: [CameraID: CameraSeries] = [:]
        for file in files {
            for one in try SeriesFile.load(file) {
                let known = series[one.camera]?.points ?? []
                series[one.camera] =
                    known.isEmpty
                    ? one : CameraSeries(camera: one.camera, points: known + one.points)
            }
        }
        self.init(.series(series), series.keys.sorted(), start, end)
    }

    /// The cameras of a store.
    init(store: SiteStore, from start: Timestamp?, to end: Timestamp?) async throws {
        let cameras = try await store.cameraStatuses().map(\.camera)
        self.init(.store(store), cameras.sorted(), start, end)
    }

    private init(
        _ kept: Kept, _ cameras: [CameraID], _ start: Timestamp?, _ end: Timestamp?
    ) {
        self.kept = kept
        self.cameras = cameras
        self.start = start ?? Timestamp(nanosecondsSinceEpoch: .min)
        self.end = end ?? Timestamp(nanosecondsSinceEpoch: .max)
    }

    /// The looks of a camera within the time that was asked for.
    func series(of camera: CameraID) async throws -> CameraSeries {
        switch kept {
        case .series(let series):
            guard let whole = series[camera] else { return CameraSeries(camera: camera) }
            guard let first = whole.points.first?.time, let last = whole.points.last?.time,
                first < start || last >= end
            else { return whole }
            return CameraSeries(
                camera: camera,
                points: whole.points.filter { $0.time >= start && $0.time < end })
        case .store(let store):
            let samples = try await store.samples(of: camera, from: start, to: end)
            let gaps = try await store.gaps(of: camera, from: start, to: end)
            return CameraSeries(
                camera: camera,
                points: samples.map { SeriesPoint(.sample($0)) }
                    + gaps.map { SeriesPoint(.gap($0)) })
        }
    }
}
