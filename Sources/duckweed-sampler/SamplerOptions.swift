/// What the command line asks for.
struct SamplerOptions: Hashable {
    /// What to do.
    enum Action: Hashable {
        case help
        case version
        case listFeatures
        case listExamples
        case checkModel(path: String)
        case serve(SamplerOptions)
    }

    /// A command line that is wrong, and how it would be right.
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    /// Jobs carried out at once.
    var threads = 64
    /// Gibibytes of address space; 0 sets no limit.
    var memoryGibibytes = 16
    /// Path of the model file to use instead of the one that is part of the program.
    var modelPath: String?

    /// Bytes of address space; `nil` sets no limit.
    var memoryBytesMax: UInt? {
        memoryGibibytes == 0 ? nil : UInt(memoryGibibytes) << 30
    }

    static let help = """
        USAGE: duckweed-sampler [--threads N] [--memory GIB] [--model PATH]
               duckweed-sampler --check-model PATH | --features | --examples
               duckweed-sampler --version | --help

        Reads sampling jobs from standard input and writes reports to standard output, one line
        of JSON each (docs/sampler-protocol.md). Ends when standard input ends and the jobs under
        way are done. `duckweed` starts it; it is of little use alone.

        OPTIONS:
          --threads N    Jobs carried out at once, 1 to 512 (default: 64).
          --memory GIB   Gibibytes of address space, 0 for no limit (default: 16).
          --model PATH   The model file to use instead of the one in the program. One that does
                         not check out is refused with its reason, and the program's is used.
          --check-model PATH
                         Print the name of a model file that checks out; exit with 78 and the
                         reason when it does not.
          --features     Print what is computed for each cell, as training needs it.
          --examples     Read labelled pictures from standard input, one JSON line each, and
                         print their cells as CSV; `duckweed features` uses it.
          --version      Print the version and the processor that this program is built for.
          --help         Print this text.
        """

    /// Reads the arguments after the program's name.
    static func parse(_ arguments: some Sequence<String>) throws(Mistake) -> Action {
        var options = SamplerOptions()
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--help", "-h": return .help
            case "--version": return .version
            case "--threads":
                options.threads = try number(rest.next(), of: argument, in: 1...512)
            case "--memory":
                options.memoryGibibytes = try number(rest.next(), of: argument, in: 0...4096)
            case "--model": options.modelPath = try path(rest.next(), of: argument)
            case "--check-model": return .checkModel(path: try path(rest.next(), of: argument))
            case "--features": return .listFeatures
            case "--examples": return .listExamples
            default:
                throw Mistake(
                    description: "'\(argument)' is not an option; see duckweed-sampler --help")
            }
        }
        return .serve(options)
    }

    private static func path(_ text: String?, of option: String) throws(Mistake) -> String {
        guard let text, !text.isEmpty else {
            throw Mistake(description: "\(option) needs the path of a model file")
        }
        return text
    }

    private static func number(
        _ text: String?, of option: String, in range: ClosedRange<Int>
    ) throws(Mistake) -> Int {
        guard let text, let number = Int(text), range.contains(number) else {
            throw Mistake(
                description:
                    "\(option) needs a number from \(range.lowerBound) to \(range.upperBound), "
                    + "not '\(text ?? "")'")
        }
        return number
    }
}
