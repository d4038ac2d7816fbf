/// Writes SVG: elements one after the other, indented by nothing, with texts escaped.
struct SVGDocument {
    private(set) var text = ""

    /// Adds an element without content.
    mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        text += "<\(name)\(Self.written(attributes))/>\n"
    }

    /// Adds a text.
    mutating func label(
        _ content: String, x: Double, y: Double, _ attributes: KeyValuePairs<String, String> = [:]
    ) {
        text += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(Self.written(attributes))>"
        text += "\(Self.escaped(content))</text>\n"
    }

    /// Adds a title, which a browser shows under the pointer, to an element with other content.
    mutating func titled(
        _ title: String, _ name: String, _ attributes: KeyValuePairs<String, String>
    ) {
        text +=
            "<\(name)\(Self.written(attributes))><title>\(Self.escaped(title))</title></\(name)>\n"
    }

    /// Adds a group with what `content` adds.
    mutating func group(
        _ attributes: KeyValuePairs<String, String>, _ content: (inout SVGDocument) -> Void
    ) {
        text += "<g\(Self.written(attributes))>\n"
        content(&self)
        text += "</g>\n"
    }

    /// Adds lines as they are.
    mutating func raw(_ lines: String) { text += lines }

    /// A number with one decimal at most: a tenth of a pixel.
    static func number(_ value: Double) -> String { decimal(value, places: 1, trims: true) }

    /// A number with so many decimals.
    ///
    /// - Parameter trims: Whether zeros at the end are left out.
    static func decimal(_ value: Double, places: Int, trims: Bool = false) -> String {
        guard value.isFinite else { return "0" }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int64((abs(value) * scale).rounded())
        var digits = String(whole)
        while digits.count <= places { digits = "0" + digits }
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        var decimals = digits.suffix(places)
        if trims { while decimals.last == "0" { decimals.removeLast() } }
        return sign + digits.dropLast(places) + (decimals.isEmpty ? "" : "." + decimals)
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
        attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
    }
}
