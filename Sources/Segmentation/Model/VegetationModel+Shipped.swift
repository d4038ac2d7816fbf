import ShippedModels

extension VegetationModel {
    /// The model that is part of the program.
    ///
    /// - Throws: Why it does not fit; a test makes sure that it does.
    public static func shipped() throws(ModelFileError) -> VegetationModel {
        try VegetationModel(ShippedModels.day)
    }
}
