internal import Vocabulary

extension AlertRule {
    /// Fingerprint of all that decides when an alert of this rule fires, is told and ends.
    ///
    /// Equal rules have equal versions on every machine.
    public var version: String {
        var fingerprint = Fingerprint()
        fingerprint.add("\(id) \(kind.rawValue)")
        for parameter in RuleParameter.all {
            guard let value = parameter.value(of: self) else { continue }
            fingerprint.add("\n\(parameter.name)=\(value)")
        }
        return fingerprint.digits
    }
}
