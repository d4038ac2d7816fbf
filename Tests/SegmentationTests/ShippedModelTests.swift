import Foundation
import Segmentation
import ShippedModels
import Testing

@Suite struct ShippedModelTests {
    private static let models = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../Models").standardized

    @Test("The shipped model fits this program")
    func fits() throws {
        let model = try VegetationModel.shipped()
        #expect(model.name.hasPrefix("vegseg-day-1.0.0+"))
    }

    @Test("The shipped bytes are those of the file")
    func bytes() throws {
        let file = try Data(contentsOf: Self.models.appending(path: "vegseg-day-1.0.0.dwm"))
        #expect(ShippedModels.day == [UInt8](file))
    }

    @Test("The readable header says what the file says")
    func readableHeader() throws {
        let readable = try JSONDecoder().decode(
            ModelHeader.self,
            from: Data(contentsOf: Self.models.appending(path: "vegseg-day-1.0.0.json")))
        #expect(try ModelFile(ShippedModels.day).header == readable)
    }
}
