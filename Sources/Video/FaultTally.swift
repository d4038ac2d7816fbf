/// Owns the count of errors that FFmpeg has logged about one decoder.
///
/// A decoder hides much of what it can't decode: it fills the gap, returns the picture and says so
/// only in the log. ``FFmpegLog`` finds the tally through the `opaque` field of the decoder's state.
struct FaultTally: ~Copyable {
    /// Lines of level error or worse.
    let pointer: UnsafeMutablePointer<Int>

    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: 0)
    }

    deinit { pointer.deallocate() }

    /// How many errors there were so far.
    var errorCount: Int { pointer.pointee }
}
