import Glibc
import JSONLines
import PixelKernels
import Sampling
import Segmentation
import Vocabulary

/// The program that touches video: jobs in on standard input, reports out on standard output, one
/// line of JSON each.
@main
enum SamplerProgram {
    static func main() {
        do throws(SamplerOptions.Mistake) {
            switch try SamplerOptions.parse(CommandLine.arguments.dropFirst()) {
            case .help: print(SamplerOptions.help)
            case .version: print(SamplerIdentity.line())
            case .listFeatures: print(FeatureListing.line())
            case .listExamples:
                if !ExampleListing.run() { exit(ProgramExit.doneInPart.rawValue) }
            case .checkModel(let path): checkModel(path)
            case .serve(let options): serve(options)
            }
        } catch {
            DiagnosticStream.write(error.description)
            exit(ProgramExit.usage.rawValue)
        }
    }

    /// Says whether a model file would be used.
    private static func checkModel(_ path: String) {
        do throws(RefusedModel) {
            print(try VegetationModel.load(path: path).name)
        } catch {
            DiagnosticStream.write(error.description)
            exit(ProgramExit.configuration.rawValue)
        }
    }

    /// The model of `--model`; the program's own where there is none or it is refused.
    private static func model(_ options: SamplerOptions) -> VegetationModel {
        if let path = options.modelPath {
            do throws(RefusedModel) {
                return try VegetationModel.load(path: path)
            } catch {
                DiagnosticStream.write("\(error); the program's own model stays in use")
            }
        }
        do throws(ModelFileError) {
            return try VegetationModel.shipped()
        } catch {
            DiagnosticStream.write("the program's own model is refused: \(error)")
            exit(ProgramExit.unavailable.rawValue)
        }
    }

    /// Takes jobs until standard input ends, then waits for those under way.
    ///
    /// When the input ended because the parent is gone, nobody waits for them.
    private static func serve(_ options: SamplerOptions) {
        Confinement.apply(memoryBytesMax: options.memoryBytesMax)
        let model = model(options)
        let parent = getppid()
        let reports = ReportStream()
        let workers = WorkerPool(
            countMax: options.threads, model: model, kernels: .fromEnvironment(),
            fault: .fromEnvironment(), to: reports)
        while let line = readLine() {
            if line.isEmpty { continue }
            do throws(JSONLineError) {
                workers.submit(try JSONLine.decode(SamplingJob.self, from: line))
            } catch {
                refuse(line, because: error, reports: reports)
            }
        }
        _ = BlockingThread.start(named: "parent") {
            while getppid() == parent { usleep(100_000) }
            exit(ProgramExit.done.rawValue)
        }
        workers.finish()
    }

    /// Says that a line is no job, also to whoever waits for it, if it has a name.
    ///
    /// The line itself is not repeated: it may hold a password.
    private static func refuse(
        _ line: String, because error: JSONLineError, reports: ReportStream
    ) {
        let message = "the line is not a sampling job: \(error)"
        DiagnosticStream.write(message)
        guard let job = try? JSONLine.decode(NamedLine.self, from: line) else { return }
        let failure = SamplingReport.Failure(reason: .unsupportedMedia, message: message)
        reports.write(
            .ended(SamplingReport.End(job: job.id, measurements: 0, damaged: 0, failure: failure)))
    }

    /// As much of a job as is needed to answer it.
    private struct NamedLine: Decodable {
        let id: String
    }
}
