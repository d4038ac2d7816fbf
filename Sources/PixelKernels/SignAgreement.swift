/// Sums of products of two rows of signs (−1, 0, 1), where a mask is 1.
public struct SignAgreement: Hashable, Sendable {
    /// Σ first · second.
    public var product = 0
    /// Σ first².
    public var firstSquare = 0
    /// Σ second².
    public var secondSquare = 0

    /// Makes sums of nothing.
    public init() {}

    /// Σ first · second / √(Σ first² · Σ second²): −1…1, and 0 where one of them has no sign.
    public var correlation: Double {
        let squares = Double(firstSquare) * Double(secondSquare)
        return squares > 0 ? Double(product) / squares.squareRoot() : 0
    }
}

/// Adds a row to the sums.
///
/// - Parameters:
///   - first: `count` signs.
///   - second: `count` signs.
///   - mask: `count` times 0 or 1.
///   - count: Signs in a row, at most 2³⁰.
///   - agreement: What the row is added to.
public func addAgreement(
    _ first: UnsafePointer<Int8>, _ second: UnsafePointer<Int8>, mask: UnsafePointer<Int8>,
    count: Int, to agreement: inout SignAgreement
) {
    var product: Int32 = 0
    var firstSquare: Int32 = 0
    var secondSquare: Int32 = 0
    for index in 0..<count {
        let one = Int32(first[index]) &* Int32(mask[index])
        let other = Int32(second[index]) &* Int32(mask[index])
        product &+= one &* other
        firstSquare &+= one &* one
        secondSquare &+= other &* other
    }
    agreement.product += Int(product)
    agreement.firstSquare += Int(firstSquare)
    agreement.secondSquare += Int(secondSquare)
}
