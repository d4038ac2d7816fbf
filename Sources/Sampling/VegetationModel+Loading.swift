import FoundationEssentials
public import Segmentation

extension VegetationModel {
    /// Reads a model file and checks it.
    ///
    /// - Throws: Which file is refused, and why.
    public static func load(path: String) throws(RefusedModel) -> VegetationModel {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw RefusedModel(path: path, reason: "it does not exist or can't be reached")
        }
        // A pipe would never end.
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw RefusedModel(path: path, reason: "it is not a file")
        }
        if let size = attributes[.size] as? UInt64, size > UInt64(ModelFile.byteCountMax) {
            let error = ModelFileError.tooLarge(
                byteCount: Int(clamping: size), limit: ModelFile.byteCountMax)
            throw RefusedModel(path: path, reason: error.description)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RefusedModel(path: path, reason: "it can't be read; see who may read it")
        }
        do throws(ModelFileError) {
            return try VegetationModel([UInt8](data))
        } catch {
            throw RefusedModel(path: path, reason: error.description)
        }
    }
}

/// A model file that is not used, and why.
public struct RefusedModel: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the file.
    public let path: String
    /// A sentence without its full stop.
    public let reason: String

    /// The file and the reason.
    public var description: String { "the model \(path) is refused: \(reason)" }
}
