/// How a value of one kind is read: from the file's text to the value, telling every mistake.
struct Shape<Value> {
    /// The value; `nil` when it is wrong, which has been told then.
    let read: (SourceValue) -> Value?
}

/// Why a text is not a value of some kind.
struct Misreading: Error {
    var message: String
    var suggestion: String
}

extension Shape {
    /// A shape read from a single text.
    static func scalar(
        _ what: String, example: String,
        _ parse: @escaping (String) throws(Misreading) -> Value
    ) -> Shape {
        Shape { source in
            guard let text = source.text(of: what, example: example) else { return nil }
            do throws(Misreading) {
                return try parse(text)
            } catch {
                source.mistake(error.message, error.suggestion)
                return nil
            }
        }
    }

    /// A list of this shape; elements that are wrong are told and left out.
    static func list<Element>(
        of element: Shape<Element>, called what: String
    ) -> Shape where Value == [Element] {
        Shape { source in source.elements(of: what)?.compactMap(element.read) }
    }

    /// This shape, and then a look at the value that may tell mistakes without refusing it.
    func lookedAt(_ look: @escaping (Value, SourceValue) -> Void) -> Shape {
        Shape { source in
            let value = read(source)
            if let value { look(value, source) }
            return value
        }
    }

    /// The value together with the place where it stands.
    var located: Shape<Located<Value>> {
        Shape<Located<Value>> { source in
            read(source).map { Located(value: $0, source: source) }
        }
    }

    /// This shape, with a further condition on its values.
    func checked(_ check: @escaping (Value) throws(Misreading) -> Void) -> Shape {
        Shape { source in
            guard let value = read(source) else { return nil }
            do throws(Misreading) {
                try check(value)
                return value
            } catch {
                source.mistake(error.message, error.suggestion)
                return nil
            }
        }
    }
}

extension Shape where Value: Collection {
    /// This shape, where an empty list is a mistake.
    ///
    /// - Parameter what: What the list holds, such as `camera`.
    func filled(_ what: String) -> Shape {
        lookedAt { _, source in
            guard case .list(let nodes) = source.node.content, nodes.isEmpty else { return }
            source.mistake("the list is empty", "name at least one \(what)")
        }
    }
}

/// A value and where it stands, for what can be checked only once all has been read.
struct Located<Value> {
    var value: Value
    var source: SourceValue

    func mistake(_ message: String, _ suggestion: String) { source.mistake(message, suggestion) }
}
