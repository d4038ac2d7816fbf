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
    /// The mistakes of a site that only the sampler can see: a model that does not check out, and
    /// recalibrations of another model.
    func mistakes(of site: Site) async -> [SiteMistake] {
        if let model = site.model, let reason = await refusal(ofModel: model.path) {
            return [model.mistake(reason)]
        }
        guard site.cameras.contains(where: { $0.recalibration != nil }),
            let name = await modelName(at: site.model?.path)
        else { return [] }
        return site.mistakes(withModel: name)
    }

    /// Ends the program when a site has mistakes that only the sampler can see.
    func accept(_ site: Site) async throws {
        let mistakes = await mistakes(of: site)
        guard !mistakes.isEmpty else { return }
        let lines = mistakes.map { "\($0)" }.joined(separator: "\n")
        throw ProgramFailure("nothing was started\n\(lines)", exit: .configuration)
    }

    /// Has the sampler check the model that a site names; one that is refused ends the program.
    func accept(_ model: ModelReference?) async throws {
        guard let model, let reason = await refusal(ofModel: model.path) else { return }
        throw ProgramFailure(
            "nothing was started\n\(model.mistake(reason))", exit: .configuration)
    }
}
