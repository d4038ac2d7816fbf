/// Collects the mistakes of one reading, so that all can be told at once.
final class MistakeLog {
    private(set) var mistakes: [SiteMistake] = []

    func report(_ mistake: SiteMistake) { mistakes.append(mistake) }
}
