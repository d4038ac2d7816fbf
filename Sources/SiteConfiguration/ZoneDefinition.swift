internal import Imaging
public import Vocabulary

/// All that a zone says: which water is watched, and how the picture lies on it.
public struct ZoneDefinition: Hashable, Sendable {
    /// The water to be watched.
    public var outline: ZoneOutline
    /// How the picture lies on the water; `nil` where nobody measured it.
    public var geometry: ViewGeometry?

    /// Makes a definition.
    public init(outline: ZoneOutline, geometry: ViewGeometry? = nil) {
        self.outline = outline
        self.geometry = geometry
    }
}

extension ZoneDefinition {
    /// Square metres of water in the zone; `nil` where they are not known without reading a picture.
    var squareMetres: Double? {
        guard let geometry, case .polygon(let width, let height, let points) = outline else {
            return nil
        }
        return try? WaterView(geometry, width: width, height: height).measure(points).squareMetres
    }
}
