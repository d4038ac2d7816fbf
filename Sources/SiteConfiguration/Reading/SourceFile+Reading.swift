extension SourceFile {
    /// What is read out of the file at `path`.
    ///
    /// - Parameter read: Reads the file; gives `nil` where it holds nothing, which it has told then.
    /// - Throws: All mistakes that were told, in this file and in those that it names.
    static func load<Value>(
        _ path: String, _ read: (SourceFile) -> Value?
    ) throws(SiteMistakes) -> Value {
        let log = ReadingLog()
        let value = read(SourceFile(path: path, log: log))
        guard let value, log.mistakes.isEmpty else {
            throw SiteMistakes(log.mistakes, firstFile: path)
        }
        return value
    }

    /// What is read out of the file; `nil`, with the mistake told, when it can't be read at all.
    ///
    /// - Parameters:
    ///   - what: What the file is, such as `zone file`.
    ///   - advice: What to write where there is no such file.
    func reading<Value>(
        _ what: String, advice: String, _ read: () throws -> Value?
    ) -> Value? {
        do {
            return try read()
        } catch let mistake as SyntaxMistake {
            report(at: mistake.place, mistake.message, mistake.suggestion)
        } catch let unreadable as UnreadableFile {
            report(at: .start, "the \(what) \(unreadable.reason)", advice)
        } catch {
            report(at: .start, "the \(what) can't be read: \(error)", "check the file")
        }
        return nil
    }

    /// The value in a YAML file; `nil`, with the mistake told, when it can't be read.
    func document(called what: String) -> SourceValue? {
        reading(what, advice: "write the path of a \(what)") {
            SourceValue(node: try YAMLSource.parse(try text(), file: self), file: self)
        }
    }
}
