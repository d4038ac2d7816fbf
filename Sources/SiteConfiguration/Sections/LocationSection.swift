/// A camera's `location`: `{lat: 23.12, lon: 113.26}`.
enum LocationSection {
    static var shape: Shape<GeographicLocation> {
        Shape { source in
            guard var keys = MappingReader(source, "the location") else { return nil }
            let latitude = keys.required("lat", latitude, example: "lat: 23.12")
            let longitude = keys.required("lon", longitude, example: "lon: 113.26")
            keys.finish()
            guard let latitude, let longitude else { return nil }
            return GeographicLocation(latitude: latitude, longitude: longitude)
        }
    }

    private static var latitude: Shape<Double> {
        .number(-90...90, called: "a latitude", example: "degrees from -90 to 90, such as 23.12")
    }

    private static var longitude: Shape<Double> {
        .number(
            -180...180, called: "a longitude", example: "degrees from -180 to 180, such as 113.26")
    }
}
