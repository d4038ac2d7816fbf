import Vocabulary

/// The section `departments`: `[{id: water-bureau, name: Water Bureau, deliver: [queue]}]`.
enum DepartmentsSection {
    /// The departments as they stand in the file.
    static var shape: Shape<[DepartmentDraft]> {
        .list(of: Shape(read: department), called: "a list of departments")
    }

    private static func department(_ source: SourceValue) -> DepartmentDraft? {
        guard var keys = MappingReader(source, "a department") else { return nil }
        let id = keys.required(
            "id", Shape<DepartmentID>.identifier.located, example: "id: water-bureau")
        let name = keys.optional("name", .text("a name"))
        let deliver = keys.optional(
            "deliver",
            .list(
                of: Shape<DeliveryMethod>.choice(called: "a way to deliver"),
                called: "a list of ways to deliver"
            ).filled("way, such as queue"))
        keys.finish()
        guard let id else { return nil }
        return DepartmentDraft(
            id: id,
            department: Department(
                id: id.value, name: name ?? id.value.rawValue, deliver: deliver ?? [.queue]))
    }
}

/// A department and the place of its identifier.
struct DepartmentDraft {
    var id: Located<DepartmentID>
    var department: Department
}
