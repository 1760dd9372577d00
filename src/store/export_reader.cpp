#include <filesystem>
#include <fstream>

#include <zstd.h>

#include "base/files.h"
#include "base/hash.h"
#include "store/export_file.h"
#include "store/export_frames.h"

namespace timbang::store {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr int kMaxWindowLog = 24; ///< 16 MB: what a foreign file may ask of the memory

} // namespace

struct ExportReader::Inner {
    std::string path;
    std::ifstream file;
    std::int64_t size = 0;       ///< of the file
    std::int64_t packed_from = 0; ///< where the lines begin
    ExportHead head;

    std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> unpack{ZSTD_createDCtx(), ZSTD_freeDCtx};
    std::string in;
    ZSTD_inBuffer input{nullptr, 0, 0};
    std::int64_t left = -1;      ///< packed bytes not read yet; -1: not begun
    bool frame_ended = false;
    std::string out;             ///< unpacked, from `at` on not handed out
    std::size_t at = 0;

    [[nodiscard]] base::Error damaged() const { return base::Error("export-damaged", {{"path", path}}); }
    [[nodiscard]] std::int64_t packed_end() const { return size - static_cast<std::int64_t>(kTailBytes); }

    bool read(std::int64_t from, std::size_t count, std::string& bytes) {
        bytes.resize(count);
        file.clear();
        file.seekg(from);
        file.read(bytes.data(), static_cast<std::streamsize>(count));
        return file.gcount() == static_cast<std::streamsize>(count);
    }
    base::Status read_beginning() {
        const base::Error foreign("export-foreign", {{"path", path}});
        std::string bytes;
        if (size < static_cast<std::int64_t>(kFrameHead) || !read(0, kFrameHead, bytes)) return foreign;
        const std::optional<std::size_t> content = frame_size(bytes);
        if (!content || *content > kMaxHead) return foreign;
        packed_from = static_cast<std::int64_t>(kFrameHead + *content);
        if (size < packed_from || !read(kFrameHead, *content, bytes)) return damaged();
        base::Result<ExportHead> read_back = read_head(bytes, path);
        if (!read_back) return read_back.error();
        head = std::move(*read_back);
        return size < packed_from + static_cast<std::int64_t>(kTailBytes) ? base::Status(damaged()) : base::Status();
    }
    /// Unpacks until a whole line is there or nothing is left.
    base::Status fill() {
        if (left < 0) {
            left = packed_end() - packed_from;
            file.clear();
            file.seekg(packed_from);
            ZSTD_DCtx_setParameter(unpack.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
        }
        if (input.pos == input.size && left > 0) {
            in.resize(static_cast<std::size_t>(std::min<std::int64_t>(left, kBlock)));
            file.read(in.data(), static_cast<std::streamsize>(in.size()));
            if (file.gcount() != static_cast<std::streamsize>(in.size())) return damaged();
            left -= static_cast<std::int64_t>(in.size());
            input = {in.data(), in.size(), 0};
        }
        if (input.pos == input.size) return frame_ended ? base::Status() : base::Status(damaged());
        if (frame_ended) return damaged(); // something hangs on behind the lines
        const std::size_t kept = out.size();
        out.resize(kept + ZSTD_DStreamOutSize());
        ZSTD_outBuffer output{out.data() + kept, out.size() - kept, 0};
        const std::size_t result = ZSTD_decompressStream(unpack.get(), &output, &input);
        out.resize(kept + output.pos);
        if (ZSTD_isError(result)) return damaged();
        frame_ended = result == 0;
        return {};
    }
};

ExportReader::ExportReader(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
ExportReader::ExportReader(ExportReader&&) noexcept = default;
ExportReader& ExportReader::operator=(ExportReader&&) noexcept = default;
ExportReader::~ExportReader() = default;

base::Result<ExportReader> ExportReader::open(const std::string& path) {
    std::error_code failed;
    const std::filesystem::file_status status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status)) return base::Error("file-not-found", {{"path", path}});
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    if (std::filesystem::is_regular_file(status)) inner->file.open(path, std::ios::binary);
    if (!inner->file.is_open() || !inner->unpack) return base::Error("file-unreadable", {{"path", path}});
    inner->size = static_cast<std::int64_t>(std::filesystem::file_size(path, failed));
    if (base::Status begun = inner->read_beginning(); !begun) return begun.error();
    return ExportReader(std::move(inner));
}

const ExportHead& ExportReader::head() const { return inner_->head; }

base::Status ExportReader::verify(const OnProgress& progress) {
    Inner& me = *inner_;
    std::string bytes;
    const std::int64_t end = me.packed_end();
    if (!me.read(end, kTailBytes, bytes) || frame_size(bytes) != kTailBytes - kFrameHead) return me.damaged();
    const std::optional<Tail> tail = read_tail(std::string_view(bytes).substr(kFrameHead));
    if (!tail) return me.damaged();
    base::Sha256 sum;
    for (std::int64_t at = 0; at < end;) {
        const std::size_t count = static_cast<std::size_t>(std::min<std::int64_t>(end - at, kBlock));
        if (!me.read(at, count, bytes)) return me.damaged();
        sum.add(bytes);
        at += static_cast<std::int64_t>(count);
        if (progress && !progress(0, 0)) return base::Error("stopped");
    }
    if (sum.finish() != tail->sha256) return me.damaged();
    if (!base::signature_fits(signed_text(tail->sha256), tail->signature, me.head.site.key)) return me.damaged();
    return {};
}

base::Result<bool> ExportReader::next(std::string_view& line) {
    Inner& me = *inner_;
    std::size_t searched = me.at;
    for (;;) {
        const std::size_t end = me.out.find('\n', searched);
        if (end != std::string::npos) {
            line = std::string_view(me.out).substr(me.at, end - me.at);
            me.at = end + 1;
            return true;
        }
        if (me.out.size() - me.at > kMaxLine) return me.damaged();
        if (me.frame_ended && me.input.pos == me.input.size && me.left <= 0)
            return me.at == me.out.size() ? base::Result<bool>(false) : base::Result<bool>(me.damaged());
        me.out.erase(0, me.at);
        me.at = 0;
        searched = me.out.size();
        if (base::Status filled = me.fill(); !filled) return filled.error();
    }
}

} // namespace timbang::store
