/// A numeric IPv4 or IPv6 address.
///
/// An IPv4 address that is written inside IPv6 (`::ffff:10.0.0.1`, RFC 4291 §2.5.5.2) is the IPv4
/// address, so it can't slip past a rule for IPv4.
public struct IPAddress: Hashable, Sendable {
    /// 32 bits for IPv4 and 128 bits for IPv6, the first written bit highest.
    let bits: UInt128
    /// Number of bits: 32 or 128.
    let width: Int

    init(v4 bits: UInt32) {
        self.bits = UInt128(bits)
        width = 32
    }

    init(v6 bits: UInt128) {
        let isMapped = bits >> 32 == 0xffff
        self.bits = isMapped ? bits & 0xffff_ffff : bits
        width = isMapped ? 32 : 128
    }

    /// Reads `10.1.2.3` or `fd00::7`.
    ///
    /// - Returns: `nil` when the text is not a numeric address. Names, zone indices (`%eth0`), leading
    ///   zeros and the short forms of IPv4 (`127.1`) are not read, because programs disagree on them.
    public init?(_ text: some StringProtocol) {
        if text.contains(":") {
            guard let bits = Self.v6Bits(text) else { return nil }
            self.init(v6: bits)
        } else {
            guard let bits = Self.v4Bits(text) else { return nil }
            self.init(v4: bits)
        }
    }

    private static func v4Bits(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                part == "0" || !part.hasPrefix("0"), let byte = UInt8(part)
            else { return nil }
            bits = bits << 8 | UInt32(byte)
        }
        return bits
    }

    private static func v6Bits(_ text: some StringProtocol) -> UInt128? {
        guard let gap = doubleColon(in: text) else {
            guard let groups = groups(text), groups.count == 8 else { return nil }
            return bits(groups)
        }
        guard let head = groups(text[..<gap.lowerBound]),
            let tail = groups(text[gap.upperBound...]), head.count + tail.count <= 7
        else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - head.count - tail.count)
        return bits(head + zeros + tail)
    }

    private static func doubleColon<Text: StringProtocol>(in text: Text) -> Range<Text.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next < text.endIndex, text[next] == ":" {
                return index..<text.index(after: next)
            }
            index = next
        }
        return nil
    }

    /// The 16-bit groups of `fd00:1:2`, the last of which may be an IPv4 address.
    private static func groups(_ text: some StringProtocol) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(".") {
                guard let v4 = v4Bits(part) else { return nil }
                groups += [UInt16(v4 >> 16), UInt16(truncatingIfNeeded: v4)]
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }

    private static func bits(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }
}

extension IPAddress: CustomStringConvertible {
    /// `10.1.2.3`, or eight groups of hexadecimal digits such as `fd00:0:0:0:0:0:0:7`.
    public var description: String {
        if width == 32 {
            return stride(from: 24, through: 0, by: -8).map { String(bits >> $0 & 0xff) }
                .joined(separator: ".")
        }
        return stride(from: 112, through: 0, by: -16)
            .map { String(bits >> $0 & 0xffff, radix: 16) }.joined(separator: ":")
    }
}
