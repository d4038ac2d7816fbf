/// Keeps how far a covered area may be wrong beside the area.
package enum SchemaVersion3 {
    package static let name = "3 deviation of the covered area"

    package static let sql = """
        ALTER TABLE sample ADD COLUMN area_sigma_m2 REAL CHECK (area_sigma_m2 >= 0);
        """
}
