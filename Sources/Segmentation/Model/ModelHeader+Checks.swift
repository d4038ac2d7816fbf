import PixelKernels

extension ModelHeader {
    /// Checks all that needs no weights.
    func check(against engine: FeatureSet) throws(ModelFileError) {
        try checkIdentity()
        try checkFeatures(against: engine)
        let outputs = VegetationModel.Output.allCases.map { String(describing: $0) }
        guard classes == outputs else {
            throw .badHeader("its classes are \(classes), not \(outputs)")
        }
        guard VegetationModel.hiddenLayers.contains(layers.count - 1) else {
            throw .badHeader("it has \(layers.count) layers; it may have 2 to 4")
        }
        try checkCalibration()
        try checkGoldenShape()
    }

    /// How each feature is scaled.
    func scales() throws(ModelFileError) -> [InputScale] {
        var scales: [InputScale] = []
        for feature in featureSet.features {
            let scale = InputScale(
                mean: Float(feature.mean), inverseDeviation: Float(feature.invStd),
                clip: Float(feature.clip))
            guard scale.mean.isFinite, scale.inverseDeviation.isFinite,
                scale.inverseDeviation >= 0, scale.clip.isFinite, scale.clip > 0
            else { throw .badHeader("the scale of the feature '\(feature.id)' is no scale") }
            scales.append(scale)
        }
        return scales
    }

    private func checkIdentity() throws(ModelFileError) {
        // Name and version are stored with every sample and shown in terminals.
        let isPlain = name.utf8.allSatisfy { byte in
            switch UnicodeScalar(byte) {
            case "a"..."z", "0"..."9", "-": true
            default: false
            }
        }
        guard isPlain, (1...40).contains(name.utf8.count) else {
            throw .badHeader("its name is not 1 to 40 small letters, digits and hyphens")
        }
        let numbers = semver.split(separator: ".", omittingEmptySubsequences: false)
        let areNumbers = numbers.allSatisfy { number in
            (1...5).contains(number.utf8.count)
                && number.utf8.allSatisfy { ("0"..."9").contains(UnicodeScalar($0)) }
        }
        guard numbers.count == 3, areNumbers else {
            throw .badHeader("its semver is not three numbers such as 1.0.0")
        }
        guard kind == "mlp" else { throw .badHeader("its kind is '\(kind)'; only mlp is known") }
        guard engineMin <= ModelFile.engineLevel else {
            throw .needsLaterEngine(level: engineMin, engine: ModelFile.engineLevel)
        }
    }

    private func checkFeatures(against engine: FeatureSet) throws(ModelFileError) {
        let features = featureSet.features
        guard (1...VegetationModel.widthMax).contains(features.count) else {
            throw .badHeader(
                "it has \(features.count) features; it may have 1 to \(VegetationModel.widthMax)")
        }
        let described = FeatureSet(
            id: featureSet.id,
            features: features.map {
                FeatureDescription(id: $0.id, formula: $0.formula, unit: $0.unit)
            })
        guard described.sha256 == featureSet.sha256 else {
            throw .badHeader("the hash of its feature set is not that of the list beside it")
        }
        guard described != engine else { return }
        guard described.id == engine.id else {
            throw .otherFeatures("it takes '\(described.id)', this program has '\(engine.id)'")
        }
        for (theirs, ours) in zip(described.features, engine.features) where theirs != ours {
            throw .otherFeatures(
                "it takes \(theirs.id) = \(theirs.formula) [\(theirs.unit)] where this program "
                    + "has \(ours.id) = \(ours.formula) [\(ours.unit)]")
        }
        throw .otherFeatures(
            "it takes \(described.features.count) of them, this program has "
                + "\(engine.features.count)")
    }

    private func checkCalibration() throws(ModelFileError) {
        guard (0.05...20).contains(calibration.temperature) else {
            throw .badHeader("its temperature is not within 0.05 and 20")
        }
        guard 0 < calibration.thresholdExit, calibration.thresholdEnter < 1,
            calibration.thresholdExit <= calibration.thresholdEnter
        else { throw .badHeader("its thresholds are not 0 < exit <= enter < 1") }
    }

    private func checkGoldenShape() throws(ModelFileError) {
        let (inputs, outputs) = (golden.inputs, golden.outputs)
        guard (1...64).contains(inputs.count), outputs.count == inputs.count,
            inputs.allSatisfy({ $0.count == featureSet.features.count }),
            outputs.allSatisfy({ $0.count == classes.count })
        else { throw .badHeader("its golden vectors do not fit its features and classes") }
        guard (0...VegetationModel.toleranceMax).contains(golden.tolerance) else {
            throw .badHeader(
                "the tolerance of its golden vectors is not within 0 and "
                    + "\(VegetationModel.toleranceMax)")
        }
    }
}
