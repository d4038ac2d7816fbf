#if canImport(Glibc)
    import Glibc
#endif

/// ln(p / (1 − p)) of a fraction between 0 and 1.
func logit(_ fraction: Double) -> Double { log(fraction / (1 - fraction)) }

/// The fraction whose logit is `level`.
func expit(_ level: Double) -> Double { 1 / (1 + exp(-level)) }
