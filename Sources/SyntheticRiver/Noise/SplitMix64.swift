import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// The random numbers of a scene: ``Vocabulary/SeededRandom`` in streams.
///
/// A seed gives the same river with every release of the standard library. Each part of a scene draws from a stream of its own: a draw more in one part does not
/// change the others.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var numbers: SeededRandom

    /// Makes the generator of one part of a scene.
    ///
    /// - Parameters:
    ///   - seed: The seed of the scene.
    ///   - stream: The part's name.
    ///   - number: Tells draws of the same part apart, such as the number of a frame.
    public init(seed: UInt64, stream: StaticString, number: UInt64 = 0) {
        // FNV-1a over the name; two rounds of SplitMix64 then mix seed, name and number.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in String(describing: stream).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        var seeds = SeededRandom(seed: seed)
        seeds = SeededRandom(seed: seeds.next() ^ hash)
        numbers = SeededRandom(seed: seeds.next() &+ number &* 0xD134_2543_DE82_EF95)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 { numbers.next() }

    /// A number from 0 to just below 1.
    mutating func unit() -> Float { Float(next() >> 40) * 0x1p-24 }

    /// A number evenly spread over a range.
    mutating func uniform(_ low: Float, _ high: Float) -> Float { low + (high - low) * unit() }

    /// A number from the normal distribution with mean 0 and standard deviation 1 (Box–Muller).
    mutating func normal() -> Float {
        let radius = (-2 * logf(1 - unit())).squareRoot()
        return radius * cosf(2 * .pi * unit())
    }
}
