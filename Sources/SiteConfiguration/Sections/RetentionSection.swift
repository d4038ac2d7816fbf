import Vocabulary

/// The section `retention`: `{samples: 400d, messages: 90d}`.
enum RetentionSection {
    static var shape: Shape<Retention> {
        Shape { source in
            guard var keys = MappingReader(source, "the retention") else { return nil }
            var retention = Retention.standard
            retention.samples = keys.optional("samples", period) ?? retention.samples
            retention.messages = keys.optional("messages", period) ?? retention.messages
            keys.finish()
            return retention
        }
    }

    private static var period: Shape<Duration> {
        .duration(.days(1)...(.days(36_500)), written: "from 1d to 36500d, such as 400d")
    }
}
