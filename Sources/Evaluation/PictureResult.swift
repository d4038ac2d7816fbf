public import Vocabulary

/// What a labelled picture is there to show.
public enum PictureKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Vegetation is on the water.
    case positive
    /// None is.
    case negative
    /// None is, but other floating matter such as leaves.
    case debris
}

/// What a model made of one labelled picture.
public struct PictureResult: Hashable, Sendable {
    /// The picture's name in its set.
    public var name: String
    /// What the picture is there to show.
    public var kind: PictureKind
    /// The measured coverage, or why there is none.
    public var outcome: Outcome
    /// How the mask agrees with the labels; `nil` when the picture could not be read.
    public var comparison: LabelComparison?
    /// How the model was corrected for this picture; `nil` where that was not asked for.
    public var calibration: PictureCalibration?

    /// What became of a picture.
    public enum Outcome: Hashable, Sendable {
        /// The coverage of the visible water, 0…1.
        case accepted(coverage: Double)
        /// The quality gate refused it, or it could not be read.
        case rejected(reason: GapReason, detail: String)
    }

    /// Makes a result.
    public init(
        name: String, kind: PictureKind, outcome: Outcome, comparison: LabelComparison?,
        calibration: PictureCalibration? = nil
    ) {
        self.name = name
        self.kind = kind
        self.outcome = outcome
        self.comparison = comparison
        self.calibration = calibration
    }

    /// The measured coverage, 0…1; `nil` when the picture was refused.
    public var coverage: Double? {
        if case .accepted(let coverage) = outcome { coverage } else { nil }
    }

    /// The labelled share of vegetation, 0…1.
    public var truth: Double? { comparison?.truth }

    /// The measured coverage less the labelled one; `nil` when the picture was refused.
    public var error: Double? {
        guard let coverage, let truth else { return nil }
        return coverage - truth
    }

    /// Intersection over union of the vegetation; `nil` when the picture was refused, or when there
    /// is vegetation neither in the mask nor in the labels.
    public var intersectionOverUnion: Double? {
        coverage == nil ? nil : comparison?.intersectionOverUnion
    }
}
