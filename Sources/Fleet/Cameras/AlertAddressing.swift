import Alerting
import SiteConfiguration
import Vocabulary

/// Decides which department is told of each change of an alert.
struct AlertAddressing {
    let site: Site

    /// One message for each event, in their order.
    ///
    /// The end of an alert is told to whoever was told of its beginning, even when routes or tags
    /// have changed since; a department that the site no longer has is passed over.
    ///
    /// - Parameters:
    ///   - tags: The camera's tags.
    ///   - notified: Who was told that each open alert fired.
    func messages(
        for events: [AlertEvent], tags: [String: String],
        notified: [AlertIdentity: DepartmentID]
    ) -> [DepartmentMessage] {
        events.flatMap { event in
            let first = notified[event.identity].flatMap { told in
                event.state != .firing && site.departments.contains { $0.id == told } ? told : nil
            }
            // A site without a default route is refused when it is read, so there is always one.
            let departments =
                first.map { [$0] } ?? site.routes.departments(for: event, tags: tags)
            return departments.map {
                DepartmentMessage(event, to: $0, site: site.id, tags: tags)
            }
        }
    }
}
