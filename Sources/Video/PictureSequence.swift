internal import CPlatform
internal import Imaging

/// Reads pictures one after another as if each were a keyframe.
struct PictureSequence: ~Copyable {
    private static let fileEndings = [".jpg", ".jpeg", ".png"]

    private let name: String
    private let paths: [String]
    private var reader: StillPicture
    private var nextIndex = 0
    private var hasGivenFrame = false
    /// Pictures that could not be decoded, or not wholly.
    private(set) var damagedCount = 0

    /// A sequence of one.
    init(picture path: String) throws(VideoError) {
        try self.init(name: path, paths: [path])
    }

    /// The JPEG and PNG files in a folder, by name; numbers in names count by their value.
    ///
    /// Hidden files and zone masks (`….mask.png`) are left out.
    init(folder path: String) throws(VideoError) {
        let names = try PlainFile.names(inFolder: path)
            .filter { name in
                let lower = name.lowercased()
                return !name.hasPrefix(".") && !lower.hasSuffix(".mask.png")
                    && Self.fileEndings.contains { lower.hasSuffix($0) }
            }
            .sorted(by: NaturalOrder.precedes)
        guard !names.isEmpty else {
            throw VideoError(
                .empty, "\(path): the folder holds no picture (.jpg, .jpeg or .png).")
        }
        try self.init(name: path, paths: names.map { "\(path)/\($0)" })
    }

    /// Pictures in the order in which they are given.
    init(paths: [String], called name: String) throws(VideoError) {
        guard !paths.isEmpty else { throw VideoError(.empty, "\(name): there is no picture.") }
        try self.init(name: name, paths: paths)
    }

    private init(name: String, paths: [String]) throws(VideoError) {
        let reader = try StillPicture()
        self.name = name
        self.paths = paths
        self.reader = reader
    }

    /// Overwrites `frame` with the next picture that can be decoded; `nil` after the last.
    ///
    /// Throws when there was one picture only and it can't be read, or many and none can.
    mutating func nextKeyframe(into frame: inout Frame) throws(VideoError) -> FrameInfo? {
        var failure: VideoError?
        while nextIndex < paths.count {
            let startedAt = duckweed_thread_cpu_nanoseconds()
            nextIndex += 1
            do {
                let (isDamaged, recordedTime) = try reader.read(paths[nextIndex - 1], into: &frame)
                if isDamaged { damagedCount += 1 }
                hasGivenFrame = true
                return FrameInfo(
                    index: nextIndex - 1, recordedTime: recordedTime,
                    progress: Double(nextIndex) / Double(paths.count),
                    decodeSeconds: Double(duckweed_thread_cpu_nanoseconds() - startedAt) / 1e9,
                    isDamaged: isDamaged)
            } catch {
                damagedCount += 1
                failure = error
            }
        }
        guard let failure, !hasGivenFrame else { return nil }
        guard paths.count > 1 else { throw failure }
        throw VideoError(
            failure.code,
            "\(name): none of the \(paths.count) pictures could be read; the last: \(failure)")
    }

    /// Passes over pictures unread; returns how many there were.
    mutating func skipKeyframes(_ count: Int) -> Int {
        let skipped = min(max(0, count), paths.count - nextIndex)
        nextIndex += skipped
        return skipped
    }
}
