extension SVGDocument {
    /// A curve through some places; those that lie upon the one before are left out.
    mutating func curve(
        _ style: String, _ places: [(Double, Double)], isClosed: Bool = false
    ) {
        guard let first = places.first else { return }
        var data = "M\(Self.number(first.0)) \(Self.number(first.1))"
        var last = first
        for place in places.dropFirst()
        where abs(place.0 - last.0) >= 0.3 || abs(place.1 - last.1) >= 0.3 {
            data += "L\(Self.number(place.0)) \(Self.number(place.1))"
            last = place
        }
        add("path", ["class": style, "d": data + (isClosed ? "Z" : "")])
    }

    /// A straight line.
    mutating func line(
        _ style: String, x1: Double, y1: Double, x2: Double, y2: Double
    ) {
        add(
            "line",
            [
                "class": style, "x1": Self.number(x1), "y1": Self.number(y1),
                "x2": Self.number(x2), "y2": Self.number(y2),
            ])
    }
}
