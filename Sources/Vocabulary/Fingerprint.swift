/// A hash by which two texts are told apart: FNV-1a of 64 bits (Fowler, Noll, Vo).
///
/// It is the same on every machine. It tells versions apart, it is no protection against anybody.
public struct Fingerprint: Hashable, Sendable {
    /// The hash as it is now.
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts without text.
    public init() {}

    /// Takes in a text.
    public mutating func add(_ text: String) { add(text.utf8) }

    /// Takes in bytes.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// 16 hexadecimal digits.
    public var digits: String { value.hexadecimalDigits }
}
