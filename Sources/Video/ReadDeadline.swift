internal import CFFmpeg
internal import CPlatform

/// Owns the moment after which FFmpeg must give up a blocking call.
///
/// FFmpeg's own timeouts start again with every byte, so a camera that sends one byte a second
/// never meets them. FFmpeg asks this deadline several times a second, whatever arrives.
struct ReadDeadline: ~Copyable {
    /// Nanoseconds of the monotonic clock, where C code can read them.
    private let moment: UnsafeMutablePointer<Int64>

    /// Makes a deadline `seconds` from now; `nil` never passes.
    init(seconds: Double?) {
        moment = .allocate(capacity: 1)
        moment.initialize(to: .max)
        restart(seconds: seconds)
    }

    /// Makes a deadline of its own for the same moment as another.
    init(sameAs other: borrowing ReadDeadline) {
        moment = .allocate(capacity: 1)
        moment.initialize(to: other.moment.pointee)
    }

    deinit { moment.deallocate() }

    /// Sets the deadline to `seconds` from now; `nil` never passes.
    func restart(seconds: Double?) {
        guard let seconds, seconds < 1e9 else {
            moment.pointee = .max
            return
        }
        moment.pointee =
            duckweed_monotonic_nanoseconds() + Int64((max(0, seconds) * 1e9).rounded())
    }

    /// Whether the moment lies behind us.
    var hasPassed: Bool { duckweed_monotonic_nanoseconds() >= moment.pointee }

    /// What FFmpeg calls to ask whether to give up.
    ///
    /// It holds an address inside this value: the value must outlive what the callback is set on.
    var interruptCallback: AVIOInterruptCB {
        AVIOInterruptCB(
            callback: { opaque in
                guard let opaque else { return 0 }
                let moment = opaque.assumingMemoryBound(to: Int64.self).pointee
                return duckweed_monotonic_nanoseconds() >= moment ? 1 : 0
            },
            opaque: moment)
    }
}
