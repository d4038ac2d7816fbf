import Alerting
import Vocabulary

/// The section `storm`: `{factor: 3, floor: 20, summaryEvery: 10m, by: district}`.
enum StormSection {
    static var shape: Shape<StormSettings> {
        Shape { source in
            guard var keys = MappingReader(source, "the storm") else { return nil }
            var storm = StormSettings.standard
            storm.factor = keys.optional("factor", factor) ?? storm.factor
            storm.floor =
                keys.optional("floor", .count(1...100_000, called: "a number of alerts an hour"))
                ?? storm.floor
            storm.summaryEvery = keys.optional("summaryEvery", period) ?? storm.summaryEvery
            storm.groupTag = keys.optional("by", tag) ?? storm.groupTag
            keys.finish()
            return storm
        }
    }

    private static var factor: Shape<Double> {
        .number(
            1...1000, called: "a multiple of the usual rate",
            example: "a number from 1 to 1000, such as 3")
    }

    private static var period: Shape<Duration> {
        .duration(.seconds(60)...(.days(1)), written: "from 1m to 1d, such as 10m")
    }

    private static var tag: Shape<String> {
        Shape { source in
            guard let name = source.text(of: "the name of a tag", example: "by: district"),
                TagsSection.isName(name, at: source.node.place, in: source.file)
            else { return nil }
            return name
        }
    }
}
