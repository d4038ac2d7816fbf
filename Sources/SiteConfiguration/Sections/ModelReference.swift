/// The model file that a site names, and where it does so.
public struct ModelReference: Hashable, Sendable {
    /// Path of the model file, to be opened as it stands.
    public let path: String
    /// What is wrong when the file is refused, at the place that names it.
    private let place: SiteMistake

    /// The mistake that a refusal of the file is.
    ///
    /// - Parameter reason: Why the sampler refuses it.
    public func mistake(_ reason: String) -> SiteMistake {
        var mistake = place
        mistake.message = reason
        return mistake
    }

    /// The key `model`: the path of a model file.
    ///
    /// Only the sampler can tell whether the model fits it.
    static var shape: Shape<ModelReference> {
        Shape { source in
            guard let named = source.text(of: "a path", example: "model: vegseg-day-1.1.0.dwm")
            else { return nil }
            let path = source.file.resolve(named)
            do throws(UnreadableFile) {
                _ = try FileAccess.contents(path)
            } catch {
                source.mistake(
                    "the model file '\(path)' \(error.reason)",
                    "write the path of a .dwm file from the folder of this file, "
                        + "or leave 'model' out")
                return nil
            }
            let place = source.node.place
            return ModelReference(
                path: path,
                place: SiteMistake(
                    file: source.file.path, line: place.line, column: place.column, message: "",
                    suggestion: "name another file, or leave 'model' out to use the built-in one"))
        }
    }
}
