/// A block of addresses in CIDR notation, such as `10.0.0.0/8` or `fd00::/8` (RFC 4632, RFC 4291 §2.3).
public struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    /// The first address of the block.
    public let base: IPAddress
    /// How many leading bits all addresses of the block share.
    public let prefixLength: Int

    /// Why a text is not a network.
    enum Misreading: Error, Hashable {
        case badAddress
        case badLength(most: Int)
        /// Bits after the prefix are set; `intended` is the block that holds the address.
        case hostBits(intended: String)
    }

    private init(base: IPAddress, prefixLength: Int) {
        self.base = base
        self.prefixLength = prefixLength
    }

    /// Reads `10.0.0.0/8`; an address without a length is a block of one.
    init(parsing text: String) throws(Misreading) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]) else { throw .badAddress }
        var length = address.width
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let given = Int(parts[1]), given <= address.width
            else { throw .badLength(most: address.width) }
            length = given
        }
        let block = address.prefix(length)
        guard block == address else {
            throw .hostBits(intended: "\(block)/\(length)")
        }
        self.init(base: address, prefixLength: length)
    }

    /// Reads `10.0.0.0/8`.
    ///
    /// - Returns: `nil` when the text is not a block, or has bits set after its prefix.
    public init?(_ text: String) {
        guard let network = try? IPNetwork(parsing: text) else { return nil }
        self = network
    }

    /// Whether `address` lies in the block.
    public func contains(_ address: IPAddress) -> Bool {
        address.width == base.width && address.prefix(prefixLength) == base
    }

    /// The block in CIDR notation.
    public var description: String { "\(base)/\(prefixLength)" }
}

extension IPAddress {
    /// The address with all bits after the first `length` cleared.
    fileprivate func prefix(_ length: Int) -> IPAddress {
        let cleared = width - length
        let kept = cleared == 128 ? 0 : (bits >> cleared) << cleared
        return width == 32 ? IPAddress(v4: UInt32(kept)) : IPAddress(v6: kept)
    }
}
