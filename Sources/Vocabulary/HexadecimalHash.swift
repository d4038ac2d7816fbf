// A 64-bit hash is coded as 16 hexadecimal digits, because many readers of JSON keep numbers as
// doubles and would round it.

extension UInt64 {
    /// 16 hexadecimal digits.
    var hexadecimalDigits: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension KeyedEncodingContainer {
    /// Writes a hash as 16 hexadecimal digits.
    mutating func encodeHash(_ hash: UInt64, forKey key: Key) throws {
        try encode(hash.hexadecimalDigits, forKey: key)
    }
}

extension KeyedDecodingContainer {
    /// Reads a hash that was written as hexadecimal digits.
    func decodeHash(forKey key: Key) throws -> UInt64 {
        let digits = try decode(String.self, forKey: key)
        guard digits.count <= 16, let hash = UInt64(digits, radix: 16) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "a hash is 16 hexadecimal digits, not '\(digits)'")
        }
        return hash
    }
}
