import Subprocess
import SystemPackage

extension SamplerExecutable {
    /// Asks the sampler whether it would use a model file.
    ///
    /// - Returns: Why it would not; `nil` when it would.
    public func refusal(ofModel path: String) async -> String? {
        let result = try? await Subprocess.run(
            .path(FilePath(self.path)), arguments: ["--check-model", path], output: .discarded,
            error: .string(limit: 64 << 10))
        guard let result else { return "the sampler that should check the model can't be started" }
        guard !result.terminationStatus.isSuccess else { return nil }
        let reason = result.standardError.split(separator: "\n").first?
            .trimmingPrefix("duckweed-sampler: ")
        return reason.map(String.init) ?? "the sampler broke while it checked the model"
    }
}
