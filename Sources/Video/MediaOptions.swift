internal import CFFmpeg

/// Owns a list of named settings for FFmpeg.
///
/// FFmpeg takes out the settings that it knows; what stays behind had no effect.
struct MediaOptions: ~Copyable {
    var pointer: OpaquePointer?

    init(_ settings: [(name: String, value: String)] = []) {
        for (name, value) in settings { av_dict_set(&pointer, name, value, 0) }
    }

    deinit {
        var owned = pointer
        av_dict_free(&owned)
    }

    /// Names of the settings that are still in the list.
    var names: [String] {
        var found: [String] = []
        var entry: UnsafeMutablePointer<AVDictionaryEntry>?
        while let next = av_dict_get(pointer, "", entry, AV_DICT_IGNORE_SUFFIX) {
            if let key = next.pointee.key { found.append(String(cString: key)) }
            entry = next
        }
        return found
    }
}
