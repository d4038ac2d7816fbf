import CPlatform
import JSONLines
import PixelKernels
import Segmentation
import Vocabulary

/// What `--version` prints: it shows the parent that this build runs on this processor.
struct SamplerIdentity: Encodable {
    private let version = ProgramVersion.current
    /// `x86-64-v3` where the processor is of that level or above, else `baseline`.
    private let processor: String
    /// `fast`, or `scalar` when `DUCKWEED_KERNELS` asks for the reference.
    private let kernels: String
    /// The model that is used where no file is named.
    private let model: String

    private init() {
        processor = duckweed_cpu_has_x86_64_v3() ? "x86-64-v3" : "baseline"
        kernels = KernelLevel.fromEnvironment() == .scalar ? "scalar" : "fast"
        model = (try? VegetationModel.shipped())?.name ?? "none"
    }

    /// The identity as one line of JSON.
    static func line() -> String { (try? JSONLine.encode(Self())) ?? "{}" }
}
