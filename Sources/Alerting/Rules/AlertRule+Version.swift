internal import Vocabulary

extension AlertRule {
    /// Hash of all that decides when an alert of this rule fires, is told and ends.
    ///
    /// Equal rules have equal versions on every machine. (FNV-1a, 64 bits, over the parameters as
    /// text; 16 hexadecimal digits.)
    public var version: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        add("\(id) \(kind.rawValue)")
        for parameter in RuleParameter.all {
            guard let value = parameter.value(of: self) else { continue }
            add("\n\(parameter.name)=\(value)")
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
