/// One channel of a picture: `height` rows of `width` bytes, row-major, in memory of its own.
///
/// Each row begins `stride` bytes after the one before; `stride` is a multiple of 64 and the first
/// row is aligned to 64 bytes. The bytes between `width` and `stride` are unspecified. Memory is
/// kept and reused when the plane shrinks.
public struct Plane: ~Copyable {
    /// Samples in a row.
    public private(set) var width: Int
    /// Rows.
    public private(set) var height: Int
    /// Bytes from one row to the next.
    public private(set) var stride: Int
    private var bytes: UnsafeMutableRawBufferPointer

    /// Makes a plane whose bytes are all `value`.
    ///
    /// - Precondition: `width` and `height` are not negative.
    public init(width: Int, height: Int, filledWith value: UInt8 = 0) {
        precondition(width >= 0 && height >= 0, "a plane has no negative size")
        self.width = width
        self.height = height
        stride = Self.stride(width)
        bytes = .allocate(byteCount: max(64, stride * height), alignment: 64)
        bytes.initializeMemory(as: UInt8.self, repeating: value)
    }

    deinit { bytes.deallocate() }

    /// Gives the plane another size.
    ///
    /// What it held is lost.
    public mutating func resize(width: Int, height: Int) {
        precondition(width >= 0 && height >= 0, "a plane has no negative size")
        self.width = width
        self.height = height
        stride = Self.stride(width)
        guard stride * height > bytes.count else { return }
        bytes.deallocate()
        bytes = .allocate(byteCount: stride * height, alignment: 64)
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// Sets every byte.
    public mutating func fill(with value: UInt8) {
        bytes.initializeMemory(as: UInt8.self, repeating: value)
    }

    /// The sample in column `x` of row `y`.
    public subscript(x: Int, y: Int) -> UInt8 {
        get {
            precondition(x >= 0 && x < width && y >= 0 && y < height, "outside the plane")
            return bytes[y * stride + x]
        }
        set {
            precondition(x >= 0 && x < width && y >= 0 && y < height, "outside the plane")
            bytes[y * stride + x] = newValue
        }
    }

    /// Lends the rows for reading: `height` × `stride` bytes.
    public borrowing func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(
            UnsafeBufferPointer(
                start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                count: stride * height))
    }

    /// Lends the rows for writing: `height` × `stride` bytes.
    public mutating func withMutableBytes<Result, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(
            UnsafeMutableBufferPointer(
                start: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
                count: stride * height))
    }

    private static func stride(_ width: Int) -> Int { (width + 63) / 64 * 64 }
}
