/// The model files that are part of the program, so that it always has one.
public enum ShippedModels {
    /// The model for pictures with colour, in the format of a model file.
    public static var day: [UInt8] { PackageResources.vegseg_day_1_0_0_dwm }
}
