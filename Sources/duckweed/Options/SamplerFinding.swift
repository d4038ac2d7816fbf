import Fleet
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
