import JSONLines
import PixelKernels
import Sampling
import Vocabulary

/// What `--examples` does: requests in on standard input, their cells out as CSV.
///
/// A line of the list is `picture,row,column,label,weight` and the features in the model's order.
enum ExampleListing {
    /// Answers requests until standard input ends.
    ///
    /// - Returns: Whether each picture could be read.
    static func run() -> Bool {
        let names = CellFeature.allCases.map { "\($0)" }.joined(separator: ",")
        print("picture,row,column,label,weight,\(names)")
        var cells = LabelledCells()
        var isComplete = true
        while let line = readLine() {
            do {
                let request = try JSONLine.decode(ExampleRequest.self, from: line)
                for example in try cells.list(request) { print(text(example, of: request.name)) }
            } catch {
                DiagnosticStream.write("\(error)")
                isComplete = false
            }
        }
        return isComplete
    }

    private static func text(_ example: LabelledCells.Example, of picture: String) -> String {
        example.features.reduce(
            "\(picture),\(example.row),\(example.column),\(example.label),1"
        ) { "\($0),\($1)" }
    }
}
