import JSONLines
import Testing
import Vocabulary

/// A line that is wrong says where.
@Suite struct JSONLineErrorTests {
    @Test("a missing key is named")
    func missingKey() throws {
        let error = try #require(failure(#"{"text":"a"}"#))
        #expect(error.path == "")
        #expect(error.description == "the key 'numbers' is missing")
    }

    @Test("the place of a wrong value is a path")
    func path() throws {
        let error = try #require(
            failure(
                #"{"text":"a","numbers":[],"next":[{"text":"b","numbers":[1,"two"],"next":[]}]}"#))
        #expect(error.path == "next[0].numbers[1]")
        #expect(error.description.hasPrefix("next[0].numbers[1]: "))
    }

    @Test(
        "what is not JSON is refused, and the start of the line is kept",
        arguments: ["", "{", "not json", #"{"text":"a",}{"#])
    func notJSON(line: String) throws {
        let error = try #require(failure(line))
        #expect(error.line == line)
        #expect(!error.reason.isEmpty)
    }

    @Test("of a long line only the start is kept")
    func longLine() throws {
        let error = try #require(failure(String(repeating: "x", count: 5000)))
        #expect(error.line.count == 200)
    }

    private func failure(_ line: String) -> JSONLineError? {
        #expect(throws: JSONLineError.self) {
            try JSONLine.decode(JSONLineTests.Note.self, from: line)
        }
    }
}
