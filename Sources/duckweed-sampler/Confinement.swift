import CPlatform
import Glibc

/// What this process gives up before it touches hostile bytes.
///
/// Nothing here can fail in a way that matters: what the kernel refuses is left as it was.
enum Confinement {
    /// Confines the process for the rest of its life.
    ///
    /// - No child can gain privileges.
    /// - No core is dumped: it would hold pictures and a camera's password.
    /// - `memoryBytesMax` limits the address space. A picture that claims to be enormous then
    ///   fails alone, before the machine runs out of memory. Stacks and memory pools of 64 threads
    ///   take some 5 GiB of addresses, though little memory, so the limit must be well above.
    static func apply(memoryBytesMax: UInt?) {
        duckweed_ignore_broken_pipes()
        _ = duckweed_forbid_new_privileges()
        lower(RLIMIT_CORE, to: 0)
        if let memoryBytesMax { lower(RLIMIT_AS, to: memoryBytesMax) }
    }

    /// Lowers a limit for good; a lower one stays.
    private static func lower(_ resource: __rlimit_resource, to value: UInt) {
        let resource = __rlimit_resource_t(resource.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_cur, value)
        limit.rlim_max = min(limit.rlim_max, value)
        _ = setrlimit(resource, &limit)
    }
}
