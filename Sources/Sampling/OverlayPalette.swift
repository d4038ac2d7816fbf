/// The colours of the overlay; none tells anything that the text does not.
enum OverlayPalette {
    static let ground = Colour(0x0E1A22)
    static let gridLine = Colour(0x2C414D)
    static let quietText = Colour(0x9FB4BF)
    static let text = Colour(0xF2F7F9)
    static let vegetation = Colour(0xFFB000)
    static let otherMatter = Colour(0x9A6BFF)
    static let unjudged = Colour(0x7A8791)
    static let hit = Colour(0x3DDC84)
    static let miss = Colour(0x4C9AFF)
    static let falseAlarm = Colour(0xFF5A5F)
    static let zoneOutline = Colour(0xFFFFFF)
    static let accepted = Colour(0x3DDC84)
    static let rejected = Colour(0xFF5A5F)
}
