extension FeatureSet {
    /// The features that this program computes.
    public static let current = FeatureSet(
        id: "cells-1",
        features: [
            FeatureDescription(id: "luma", formula: "mean Y", unit: "code"),
            FeatureDescription(id: "green", formula: "-(mean Cb + mean Cr)", unit: "code"),
        ])
}
