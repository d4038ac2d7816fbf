/// `env:NAME` or `file:PATH`: where a secret is to be found, never the secret itself.
///
/// No mistake shows the text of a value: whoever writes a password in place of a reference must not
/// find it in a log.
struct SecretReference {
    /// The variables that `env:NAME` refers to; `nil` where no camera is to be opened, so that no
    /// secret is looked for.
    let environment: [String: String]?

    /// The text that `source` refers to; `nil`, with a mistake told, when there is none.
    func resolve(_ source: SourceValue, key: String) -> String? {
        let example = "\(key): env:NAME or \(key): file:PATH"
        guard let text = source.text(of: "a reference to a secret", example: example) else {
            return nil
        }
        if text.hasPrefix("env:") { return variable(String(text.dropFirst(4)), source) }
        if text.hasPrefix("file:") { return contents(String(text.dropFirst(5)), source) }
        source.mistake(
            "'\(key)' is written out in the file",
            "keep it in an environment variable or a file of its own, and write \(example)")
        return nil
    }

    private func variable(_ name: String, _ source: SourceValue) -> String? {
        guard !name.isEmpty else {
            source.mistake("'env:' names no environment variable", "write env:NAME")
            return nil
        }
        guard let environment else { return nil }
        guard let value = environment[name], !value.isEmpty else {
            source.mistake(
                "the environment variable '\(name)' is \(environment[name] == nil ? "not set" : "empty")",
                "set it before duckweed is started")
            return nil
        }
        return value
    }

    private func contents(_ named: String, _ source: SourceValue) -> String? {
        guard !named.isEmpty else {
            source.mistake("'file:' names no file", "write file:PATH")
            return nil
        }
        guard environment != nil else { return nil }
        let file = source.file.sibling(source.file.resolve(named))
        do throws(UnreadableFile) {
            let text = try file.secretText()
            let line = text.prefix { !$0.isNewline }
            guard !line.isEmpty else { throw UnreadableFile(reason: "has an empty first line") }
            return String(line)
        } catch {
            source.mistake(
                "the file of the secret, '\(file.path)', \(error.reason)",
                "put the secret on its first line and let duckweed read it")
            return nil
        }
    }
}
