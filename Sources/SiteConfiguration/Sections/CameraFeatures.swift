/// Cameras in a GeoJSON file (RFC 7946): each a feature with a point, its properties the keys.
enum CameraFeatures {
    /// The cameras as they would stand in the site file.
    static func rows(_ text: String, _ file: SourceFile) throws(SyntaxMistake) -> [SourceValue]? {
        let root = SourceValue(node: try JSONSource.parse(text), file: file)
        guard var keys = MappingReader(root, "a feature collection") else { return nil }
        let example = "\"type\": \"FeatureCollection\""
        guard let type = keys.required("type", typeShape, example: example)
        else { return nil }
        guard type.value == "FeatureCollection" else {
            type.mistake("this is not a feature collection", "write \"FeatureCollection\"")
            return nil
        }
        let features = keys.required(
            "features", Shape<[SourceValue]>.elements(of: "a list of features").located,
            example: "\"features\": [...]")
        guard let features else { return nil }
        if features.value.isEmpty { features.mistake("there is no camera", "write a feature each") }
        return features.value.compactMap(feature)
    }

    private static var typeShape: Shape<Located<String>> { Shape<String>.text("a type").located }

    private static func feature(_ source: SourceValue) -> SourceValue? {
        guard var keys = MappingReader(source, "a feature") else { return nil }
        guard let type = keys.required("type", typeShape, example: "\"type\": \"Feature\"")
        else { return nil }
        guard type.value == "Feature" else {
            type.mistake("this is not a feature", "write \"Feature\"")
            return nil
        }
        guard
            let properties = keys.required(
                "properties", Shape { $0.entries(of: "the properties") },
                example: "\"properties\": {\"id\": ..., \"url\": ...}")
        else { return nil }
        var cells = properties.filter { entry in
            if case .nothing = entry.value.content { false } else { true }  // Tables export null.
        }
        if keys.isSet("geometry"), let point = keys.optional("geometry", Shape(read: point)) {
            cells += point
        }
        return SourceValue(
            node: FlatCamera.nested(cells, at: source.node.place), file: source.file)
    }

    /// The `lon` and `lat` of a point, in GeoJSON's order.
    private static func point(_ source: SourceValue) -> [SourceEntry]? {
        guard var keys = MappingReader(source, "a geometry") else { return nil }
        let type = keys.required("type", typeShape, example: "\"type\": \"Point\"")
        guard let type else { return nil }
        guard type.value == "Point" else {
            type.mistake("a camera stands at a point", "write \"Point\"")
            return nil
        }
        let coordinates = keys.required(
            "coordinates", Shape<[SourceValue]>.elements(of: "coordinates").located,
            example: "\"coordinates\": [longitude, latitude]")
        guard let coordinates else { return nil }
        guard (2...3).contains(coordinates.value.count) else {
            coordinates.mistake("a point has two coordinates", "write [longitude, latitude]")
            return nil
        }
        return zip(["lon", "lat"], coordinates.value).map { key, value in
            SourceEntry(key: key, place: value.node.place, value: value.node)
        }
    }
}

extension Shape where Value == [SourceValue] {
    fileprivate static func elements(of what: String) -> Shape {
        Shape { $0.elements(of: what) }
    }
}
