package import Imaging

/// A colour as screens have it: red, green and blue, 0…255.
package struct Colour: Hashable, Sendable {
    let red: Double
    let green: Double
    let blue: Double

    /// Makes a colour from `0xRRGGBB`.
    package init(_ hexadecimal: UInt32) {
        red = Double(hexadecimal >> 16 & 0xFF)
        green = Double(hexadecimal >> 8 & 0xFF)
        blue = Double(hexadecimal & 0xFF)
    }
}

/// A colour in the numbers of one frame.
package struct Ink: Hashable, Sendable {
    package let luma: UInt8
    package let blueDifference: UInt8
    package let redDifference: UInt8

    /// Brings a colour into a frame's encoding (ITU-R BT.601, BT.709 or BT.2020).
    package init(_ colour: Colour, encoding: ColourEncoding) {
        let codes = encoding.codes(
            red: colour.red / 255, green: colour.green / 255, blue: colour.blue / 255)
        luma = codes.luma
        blueDifference = codes.blueDifference
        redDifference = codes.redDifference
    }

    /// `share` of `new` over what was there.
    static func mix(_ old: UInt8, _ new: UInt8, _ share: Float) -> UInt8 {
        let mixed = Float(old) + (Float(new) - Float(old)) * share
        return UInt8(min(255, max(0, mixed.rounded())))
    }
}
