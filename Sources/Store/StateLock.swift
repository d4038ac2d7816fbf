#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The right to schedule the cameras of a state directory, held as long as the value lives.
///
/// One process at a time has it. Only its holder may void the claims of former processes
/// (``SiteStore/releaseClaims()``). The kernel takes the lock back when the process ends, however
/// it ends.
public struct StateLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock of a state directory without waiting for it.
    ///
    /// - Throws: ``StoreError`` of the kind `inUse` when another process has it.
    public init(directory: String) throws(StoreError) {
        let path = "\(directory)/duckweed.lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw errno == ENOENT ? .noDirectory(directory) : .readOnly(path)
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .inUse(path)
        }
        descriptor = file
    }

    deinit { close(descriptor) }
}
