import Glibc
import PixelKernels

extension KernelLevel {
    /// The level that `DUCKWEED_KERNELS` asks for.
    static func fromEnvironment() -> KernelLevel {
        KernelLevel(environmentValue: getenv("DUCKWEED_KERNELS").map { String(cString: $0) })
    }
}
