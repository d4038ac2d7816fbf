#if canImport(Glibc)
    import Glibc
#endif

extension SplitMix64 {
    /// A number whose logarithm is evenly spread over a range above zero.
    mutating func logUniform(_ low: Float, _ high: Float) -> Float {
        expf(uniform(logf(low), logf(high)))
    }

    /// True with this probability.
    mutating func chance(_ probability: Float) -> Bool { unit() < probability }

    /// One of a few things.
    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[min(choices.count - 1, Int(unit() * Float(choices.count)))]
    }

    /// One of a few things, each as likely as its weight.
    mutating func pick<Element>(weighted choices: KeyValuePairs<Float, Element>) -> Element {
        var left = unit() * choices.reduce(0) { $0 + $1.key }
        for choice in choices.dropLast() {
            left -= choice.key
            if left < 0 { return choice.value }
        }
        return choices[choices.count - 1].value
    }

    /// A colour by its green and the other bands' share of it.
    mutating func colour(
        green: ClosedRange<Float>, red: ClosedRange<Float>, blue: ClosedRange<Float>
    ) -> LinearColour {
        let level = logUniform(green.lowerBound, green.upperBound)
        return LinearColour(
            level * uniform(red.lowerBound, red.upperBound), level,
            level * uniform(blue.lowerBound, blue.upperBound))
    }
}
