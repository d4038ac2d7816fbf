internal import Glibc

/// What lies at a path, and the reading of small files.
enum PlainFile {
    /// What a path names.
    enum Kind {
        case file(byteCount: Int)
        case folder
    }

    /// Looks at a path.
    ///
    /// Throws when nothing is there, it may not be looked at, or it is a pipe, a device or a socket.
    static func kind(of path: String) throws(VideoError) -> Kind {
        var information = stat()
        guard stat(path, &information) == 0 else { throw failure(path) }
        switch information.st_mode & S_IFMT {
        case S_IFREG: return .file(byteCount: Int(information.st_size))
        case S_IFDIR: return .folder
        default:
            throw VideoError(
                .notAFile, "\(path): this is neither a plain file nor a folder of pictures.")
        }
    }

    /// Reads the first `most` bytes of a file, or all of it when it is shorter.
    static func bytes(of path: String, most: Int) throws(VideoError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw failure(path) }
        let wanted = min(most, Int(information.st_size))
        var filled = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while filled < wanted {
                let got = read(
                    descriptor, buffer.baseAddress?.advanced(by: filled), wanted - filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                filled += got
            }
            count = filled
        }
        guard filled == wanted else {
            throw VideoError(.damaged, "\(path): the file could not be read to its end.")
        }
        return bytes
    }

    /// Names of what lies in a folder, in no order, without `.` and `..`.
    static func names(inFolder path: String) throws(VideoError) -> [String] {
        guard let folder = opendir(path) else { throw failure(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func failure(_ path: String) -> VideoError {
        switch errno {
        case ENOENT, ENOTDIR: VideoError(.notFound, "\(path): there is no such file or folder.")
        case EACCES, EPERM:
            VideoError(.notPermitted, "\(path): it may not be read; check its permissions.")
        default:
            VideoError(
                .damaged, "\(path): it could not be read (\(String(cString: strerror(errno)))).")
        }
    }
}
