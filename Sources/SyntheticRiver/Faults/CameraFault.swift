import Vocabulary

/// What can go wrong with a camera's picture, by name.
public enum CameraFault: String, CaseIterable, Codable, Sendable {
    /// The same picture again and again.
    case frozen
    /// Night without a lamp, or a dead sensor.
    case dark
    /// Exposed for somewhere much darker.
    case overexposed
    /// The sun's mirror image over much of the water.
    case glare
    /// Thick fog.
    case fog
    /// A lens that is dirty or out of focus.
    case blur
    /// Something right before the lens.
    case blocked
    /// The camera looks at another place.
    case sceneChanged
    /// The mast leans a little: the picture moves by 0.3 to 0.8 % of its width.
    case movedSmall
    /// The camera was turned.
    case movedLarge
    /// The infrared lamp, without colour.
    case infrared
    /// Far too few bits for a picture.
    case compression
    /// Packets lost on the way: grey and smeared blocks.
    case packetLoss
    /// A downpour.
    case rain
    /// Drops on the lens.
    case lensDrop
    /// A boat passes over much of the water.
    case occluder

    /// What should become of such a picture, the best answer first.
    ///
    /// Some faults look alike: any of the answers is right.
    public var expected: [ExpectedVerdict] {
        switch self {
        case .frozen: [.reject(.frozen)]
        case .dark: [.reject(.black)]
        case .overexposed: [.reject(.overexposed), .reject(.glare)]
        case .glare: [.reject(.glare), .reject(.overexposed), .reject(.littleVisible)]
        // Fog, and what is close before the lens, may be so bright that the picture is washed out.
        case .fog: [.reject(.blurred), .reject(.overexposed)]
        case .blur: [.reject(.blurred)]
        case .blocked:
            [
                .reject(.blocked), .reject(.blurred), .reject(.sceneChanged), .reject(.black),
                .reject(.overexposed),
            ]
        case .sceneChanged: [.reject(.sceneChanged), .reject(.moved), .reject(.overexposed)]
        case .movedSmall: [.accept]
        case .movedLarge: [.reject(.moved), .reject(.sceneChanged)]
        case .infrared: [.reject(.noColour)]
        case .compression, .packetLoss: [.reject(.compression), .reject(.blurred)]
        case .rain: [.reject(.rain), .reject(.blurred)]
        case .lensDrop: [.reject(.blurred), .reject(.blocked), .reject(.littleVisible)]
        case .occluder: [.reject(.littleVisible), .reject(.blocked), .accept]
        }
    }

    /// The order of this fault among all, which makes its random numbers its own.
    var number: UInt64 { UInt64(Self.allCases.firstIndex(of: self) ?? 0) }
}
