public import Backtesting

extension Ruling {
    /// By what a site's water is judged.
    public init(of site: Site) {
        self.init(rules: site.rules, policy: site.notificationPolicy)
    }
}
