/// What leaves the site for a department: a CloudEvents 1.0 JSON object around some data.
///
/// `id` is the dedupe key: it is the same however often the message is delivered.
public struct CloudEvent<Payload: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// CloudEvents version: `1.0`.
    public var specversion: String
    /// Names the message; no other message of the site has the same.
    public var id: String
    /// The site that sends it, as a URI reference: `/sites/demo-river`.
    public var source: String
    /// What kind of message it is: `duckweed.alert.` and a word.
    public var type: String
    /// What it is about.
    public var subject: String
    /// When that happened.
    public var time: Timestamp
    /// Always `application/json`.
    public var datacontenttype: String
    /// What the department needs to know.
    public var data: Payload

    /// Puts data into an envelope.
    ///
    /// - Parameter site: The site's identifier.
    init(
        id: String, type: String, subject: String, site: String, time: Timestamp, data: Payload
    ) {
        specversion = "1.0"
        self.id = id
        source = "/sites/\(site)"
        self.type = type
        self.subject = subject
        self.time = time
        datacontenttype = "application/json"
        self.data = data
    }
}
