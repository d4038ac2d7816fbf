public import Vocabulary

/// The parameters of rules as tables in Markdown, for the documentation.
public enum RuleTable {
    /// One row a parameter: key, meaning, unit, and where the default comes from.
    public static var meanings: String {
        table(
            ["key", "meaning", "unit", "why this default"],
            RuleParameter.all.map { ["`\($0.name)`", $0.meaning, $0.unit, $0.source] })
    }

    /// One row a parameter, one column a kind: the defaults.
    public static var defaults: String {
        table(
            ["key"] + AlertKind.allCases.map { "`\($0.rawValue)`" },
            RuleParameter.all.map { parameter in
                ["`\(parameter.name)`"]
                    + AlertRule.standard.map { rule in
                        // Nobody's threshold would be anybody's: these the site must choose.
                        let isChosen = parameter.name == "raise" && rule.kind.isOfWater
                        let value = parameter.value(of: rule).map { "\($0)" } ?? "–"
                        return isChosen ? "required (\(value))" : value
                    }
            })
    }

    /// One row a rule's parameter: the values as they hold.
    public static func values(of rule: AlertRule) -> [(key: String, value: String)] {
        RuleParameter.all.compactMap { parameter in
            parameter.value(of: rule).map { (parameter.name, "\($0)") }
        }
    }

    private static func table(_ heads: [String], _ rows: [[String]]) -> String {
        ([heads, heads.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
