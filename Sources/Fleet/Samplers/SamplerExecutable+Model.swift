import JSONLines
import Subprocess
import SystemPackage

extension SamplerExecutable {
    /// The name of the model that the sampler uses, as samples hold it; `nil` when it does not say.
    ///
    /// - Parameter path: A model file; `nil` for the sampler's own model.
    public func modelName(at path: String?) async -> String? {
        let arguments = path.map { ["--check-model", $0] } ?? ["--version"]
        let result = try? await Subprocess.run(
            .path(FilePath(self.path)), arguments: Arguments(arguments),
            output: .string(limit: 64 << 10), error: .discarded)
        guard let result, result.terminationStatus.isSuccess,
            let line = result.standardOutput.split(separator: "\n").first
        else { return nil }
        guard path == nil else { return String(line) }
        return try? JSONLine.decode(Identity.self, from: line).model
    }

    private struct Identity: Decodable {
        let model: String
    }

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
