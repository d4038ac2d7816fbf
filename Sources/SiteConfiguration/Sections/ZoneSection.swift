import Imaging
import Vocabulary

/// A zone: `{width: 1920, height: 1080, polygon: [[x, y], …]}` or `{mask: NAME.png}`, both with or
/// without a `geometry`.
enum ZoneSection {
    /// The largest picture that a zone is drawn for.
    static let largestSide = 65_536

    /// A zone that is written out.
    ///
    /// - Parameter isStrict: Whether keys that a zone does not need are mistakes. Drawing programs leave
    ///   keys of their own in zone files.
    static func shape(isStrict: Bool) -> Shape<ZoneDefinition> {
        Shape { source in
            guard var keys = MappingReader(source, "a zone") else { return nil }
            let outline = keys.has("mask") ? mask(&keys) : polygon(&keys)
            let geometry = keys.optional("geometry", GeometrySection.shape(for: outline))
            if isStrict { keys.finish() }
            return outline.map { ZoneDefinition(outline: $0, geometry: geometry) }
        }
    }

    private static func mask(_ keys: inout MappingReader) -> ZoneOutline? {
        let path = keys.optional("mask", maskPath)
        for key in ["width", "height", "polygon"] where keys.has(key) {
            keys.mistake(
                at: key, "'\(key)' and 'mask' exclude each other", "keep the mask or the polygon")
            _ = keys.value(key)
        }
        return path.map { .mask(path: $0) }
    }

    /// The path of a mask, resolved.
    private static var maskPath: Shape<String> {
        Shape { source in
            guard let named = source.text(of: "a path", example: "the path of a PNG picture") else {
                return nil
            }
            let path = source.file.resolve(named)
            do throws(UnreadableFile) {
                try ZoneFile.checkMask(source.file.sibling(path))
                return path
            } catch {
                source.mistake(
                    "the mask '\(path)' \(error.reason)", "write the path of a PNG picture")
                return nil
            }
        }
    }

    private static func polygon(_ keys: inout MappingReader) -> ZoneOutline? {
        let side = Shape<Int>.count(1...largestSide, called: "a number of pixels")
        let width = keys.required("width", side, example: "width: 1920")
        let height = keys.required("height", side, example: "height: 1080")
        let polygon = keys.required(
            "polygon", Shape<[PicturePoint]>.polygon.located,
            example: "polygon: [[0, 0], [1920, 0], [1920, 1080]]")
        guard let width, let height, let polygon else { return nil }
        if let outside = polygon.value.firstIndex(where: {
            !(0...Double(width)).contains($0.x) || !(0...Double(height)).contains($0.y)
        }) {
            polygon.mistake(
                "point \(outside + 1) of the zone lies outside the picture of \(width) × \(height)",
                "keep all points inside, or correct 'width' and 'height'")
            return nil
        }
        return .polygon(width: width, height: height, points: polygon.value)
    }
}

extension Shape where Value == [PicturePoint] {
    /// The corners of a polygon that does not cross itself.
    fileprivate static var polygon: Shape {
        Shape { source in
            guard let nodes = source.elements(of: "a list of points"),
                case let points = nodes.compactMap(Shape<PicturePoint>.point.read),
                points.count == nodes.count
            else { return nil }
            do throws(ZoneError) {
                _ = try PolygonShape(points)
                return points
            } catch {
                source.mistake(error)
                return nil
            }
        }
    }
}
