import JSONLines

/// A model file taken apart: whole, of a known format, its tensors where the header says.
///
/// ```
/// 0    8  "DWMODEL1"
/// 8    4  format version, little-endian         12  4  length of the header
/// 16   …  header, UTF-8 JSON, then zeros up to a multiple of 64
///      …  tensors, little-endian binary32, each begins at a multiple of 64
/// end 32  SHA-256 of all bytes before
/// ```
/// Whether the model fits this program is for ``VegetationModel`` to say.
public struct ModelFile: Sendable {
    /// The first eight bytes.
    public static let magic = "DWMODEL1"
    /// The format that is read.
    public static let formatVersion = 1
    /// What a model may ask of this program with ``ModelHeader/engineMin``.
    public static let engineLevel = 1
    /// The longest file that is read.
    public static let byteCountMax = 1 << 20

    /// The first byte after the fixed part.
    private static let headerStart = 16
    private static let hashLength = 32
    private static let alignment = 64

    /// What the file says about itself.
    public let header: ModelHeader
    /// The SHA-256 of the file without its last 32 bytes, as 64 hexadecimal digits.
    public let sha256: String

    private let tensors: [String: [Float]]

    /// Takes a file apart.
    ///
    /// - Throws: What is wrong with it.
    public init(_ bytes: [UInt8]) throws(ModelFileError) {
        guard bytes.count <= Self.byteCountMax else {
            throw .tooLarge(byteCount: bytes.count, limit: Self.byteCountMax)
        }
        guard bytes.starts(with: Self.magic.utf8) else { throw .notAModel }
        let leastCount = Self.headerStart + Self.hashLength
        guard bytes.count >= leastCount else {
            throw .truncated(byteCount: bytes.count, needed: leastCount)
        }
        let version = Int(Self.word(bytes[...], at: 8))
        guard version == Self.formatVersion else { throw .unknownFormat(version) }

        let body = bytes.dropLast(Self.hashLength)
        let headerEnd = Self.headerStart + Int(Self.word(bytes[...], at: 12))
        guard headerEnd <= body.count else {
            throw .truncated(byteCount: bytes.count, needed: headerEnd + Self.hashLength)
        }
        sha256 = SHA256.hash(body).hexadecimal
        let written = Array(bytes.suffix(Self.hashLength)).hexadecimal
        guard sha256 == written else { throw .damaged(expected: written, found: sha256) }

        header = try Self.header(body[Self.headerStart..<headerEnd])
        let dataStart = (headerEnd + Self.alignment - 1) / Self.alignment * Self.alignment
        tensors = try Self.tensors(header.tensors, in: body.dropFirst(dataStart))
    }

    /// The numbers of a tensor.
    ///
    /// - Throws: ``ModelFileError/badTensor(_:_:)`` when there is none of that name and shape.
    public func tensor(_ name: String, shape: [Int]) throws(ModelFileError) -> [Float] {
        guard let values = tensors[name],
            let description = header.tensors.first(where: { $0.name == name })
        else { throw .badTensor(name, "is missing") }
        guard description.shape == shape else {
            throw .badTensor(name, "has the shape \(description.shape), not \(shape)")
        }
        return values
    }

    private static func header(_ bytes: ArraySlice<UInt8>) throws(ModelFileError) -> ModelHeader {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .badHeader("it is not UTF-8")
        }
        do throws(JSONLineError) {
            return try JSONLine.decode(ModelHeader.self, from: text)
        } catch {
            throw .badHeader(error.description)
        }
    }

    private static func tensors(
        _ descriptions: [ModelHeader.Tensor], in data: ArraySlice<UInt8>
    ) throws(ModelFileError) -> [String: [Float]] {
        var tensors: [String: [Float]] = [:]
        for description in descriptions {
            let name = description.name
            guard tensors[name] == nil else { throw .badTensor(name, "is there twice") }
            guard description.dtype == "f32" else {
                throw .badTensor(name, "holds '\(description.dtype)'; only f32 is known")
            }
            let sizes = 1...VegetationModel.widthMax
            guard (1...2).contains(description.shape.count),
                description.shape.allSatisfy(sizes.contains)
            else { throw .badTensor(name, "has the impossible shape \(description.shape)") }
            let byteCount = 4 * description.shape.reduce(1, *)
            guard description.bytes == byteCount else {
                throw .badTensor(name, "takes \(byteCount) bytes, not \(description.bytes)")
            }
            guard description.offset >= 0, description.offset.isMultiple(of: alignment),
                description.offset <= data.count - byteCount
            else { throw .badTensor(name, "does not lie within the file") }
            let start = data.startIndex + description.offset
            let values = stride(from: start, to: start + byteCount, by: 4).map {
                Float(bitPattern: word(data, at: $0))
            }
            guard values.allSatisfy(\.isFinite) else {
                throw .badTensor(name, "holds a value that is not a number")
            }
            tensors[name] = values
        }
        return tensors
    }

    /// The little-endian word that begins at `index`.
    private static func word(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32 {
        bytes[index..<index + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
