/// The section `cameras`: a list, or `{file: cameras.csv}`, or `{file: cameras.geojson}`.
struct CamerasSection {
    let camera: CameraSection

    /// The cameras as they stand in the site file or in the file that it names.
    var shape: Shape<[CameraDraft]> {
        Shape { source in
            switch source.node.content {
            case .mapping: file(source)
            default: Shape.list(of: camera.shape, called: "a list of cameras").read(source)
            }
        }
    }

    private func file(_ source: SourceValue) -> [CameraDraft]? {
        guard var keys = MappingReader(source, "the cameras") else { return nil }
        let named = keys.required(
            "file", Shape<String>.text("a path", longest: 4096).located,
            example: "file: cameras.csv")
        keys.finish()
        guard let named else { return nil }
        let file = source.file.sibling(source.file.resolve(named.value))
        let path = file.path.lowercased()
        let isTable = path.hasSuffix(".csv")
        guard isTable || path.hasSuffix(".geojson") || path.hasSuffix(".json") else {
            named.mistake(
                "'\(named.value)' is neither CSV nor GeoJSON",
                "name a file that ends in .csv or .geojson")
            return nil
        }
        let text: String
        do throws(UnreadableFile) {
            text = try file.text()
        } catch {
            named.mistake(
                "the file of cameras '\(file.path)' \(error.reason)",
                "write the path from the folder of this file")
            return nil
        }
        do throws(SyntaxMistake) {
            let rows =
                isTable ? try CameraTable.rows(text, file) : try CameraFeatures.rows(text, file)
            return rows?.compactMap(camera.shape.read)
        } catch {
            file.report(at: error.place, error.message, error.suggestion)
            return nil
        }
    }
}
