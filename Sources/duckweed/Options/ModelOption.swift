import ArgumentParser
import Fleet
import Vocabulary

/// `--model`: another model than the one in the program.
struct ModelOption: ParsableArguments {
    @Option(
        name: .long, help: "Use this model file instead of the one in the program.",
        completion: .file(extensions: ["dwm"]))
    var model: String?

    /// Has the sampler check the file; one that is refused ends the program.
    func check(by sampler: SamplerExecutable) async throws {
        guard let model, let reason = await sampler.refusal(ofModel: model) else { return }
        throw ProgramFailure(reason, exit: .configuration)
    }
}
