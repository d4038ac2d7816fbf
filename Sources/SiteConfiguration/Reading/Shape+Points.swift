import Vocabulary

extension Shape where Value == PicturePoint {
    /// A point of a picture: `[x, y]` in pixels.
    static var point: Shape {
        let coordinate = Shape<Double>.number(
            -1e6...1e6, called: "a number of pixels", example: "[x, y] in pixels")
        return Shape { source in
            Shape<SIMD2<Double>>.pair(of: coordinate, written: "[x, y] in pixels").read(source)
                .map { PicturePoint(x: $0.x, y: $0.y) }
        }
    }
}

extension Shape where Value == WaterPoint {
    /// A point of the water's surface: `[X, Y]` in metres.
    static var waterPoint: Shape {
        // The coordinates of national grids stay below.
        let coordinate = Shape<Double>.number(
            -1e8...1e8, called: "a number of metres", example: "[X, Y] in metres")
        return Shape { source in
            Shape<SIMD2<Double>>.pair(of: coordinate, written: "[X, Y] in metres").read(source)
                .map { WaterPoint(x: $0.x, y: $0.y) }
        }
    }
}

extension Shape where Value == SIMD2<Double> {
    /// Two numbers in a list.
    fileprivate static func pair(of coordinate: Shape<Double>, written: String) -> Shape {
        Shape { source in
            guard case .list(let nodes) = source.node.content, nodes.count == 2 else {
                source.mistake("a point is two numbers", "write \(written)")
                return nil
            }
            let values = nodes.compactMap {
                coordinate.read(SourceValue(node: $0, file: source.file))
            }
            return values.count == 2 ? SIMD2(values[0], values[1]) : nil
        }
    }
}
