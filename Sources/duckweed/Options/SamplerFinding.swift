import Fleet
import SiteConfiguration
import Vocabulary

extension SamplerExecutable {
    /// Finds the sampler; without one the program ends.
    static func findOrFail(_ environment: [String: String]) async throws -> SamplerExecutable {
        do {
            return try await find(environment: environment)
        } catch {
            throw ProgramFailure("\(error)", exit: .unavailable)
        }
    }
}

extension SamplerExecutable {
    /// Has the sampler check the model that a site names; one that is refused ends the program.
    func accept(_ model: ModelReference?) async throws {
        guard let model, let reason = await refusal(ofModel: model.path) else { return }
        throw ProgramFailure(
            "nothing was started\n\(model.mistake(reason))", exit: .configuration)
    }
}
