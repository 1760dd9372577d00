#include <zstd.h>

#include "base/atomic_file.h"
#include "base/hash.h"
#include "store/export_file.h"
#include "store/export_frames.h"

namespace timbang::store {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr int kLevel = 3; ///< a tenth of the size; higher levels cost more time than they save bytes

} // namespace

struct ExportWriter::Inner {
    base::AtomicFile file;
    std::string path;
    base::SigningKey key;
    base::Sha256 sum;
    std::int64_t bytes = 0;
    std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> pack{ZSTD_createCCtx(), ZSTD_freeCCtx};
    std::string gathered;
    std::string packed;

    explicit Inner(base::AtomicFile opened) : file(std::move(opened)) {}

    base::Status put(std::string_view raw) {
        sum.add(raw);
        bytes += static_cast<std::int64_t>(raw.size());
        return file.write(raw);
    }
    base::Status flush(ZSTD_EndDirective end) {
        ZSTD_inBuffer in{gathered.data(), gathered.size(), 0};
        packed.resize(ZSTD_CStreamOutSize());
        for (bool more = true; more;) {
            ZSTD_outBuffer out{packed.data(), packed.size(), 0};
            const std::size_t left = ZSTD_compressStream2(pack.get(), &out, &in, end);
            if (ZSTD_isError(left)) return base::Error("export-failed", {{"path", path}});
            if (base::Status written = put({packed.data(), out.pos}); !written) return written;
            more = end == ZSTD_e_end ? left != 0 : in.pos < in.size;
        }
        gathered.clear();
        return {};
    }
};

ExportWriter::ExportWriter(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
ExportWriter::ExportWriter(ExportWriter&&) noexcept = default;
ExportWriter::~ExportWriter() = default;

base::Result<ExportWriter> ExportWriter::open(const std::string& path, const ExportHead& head,
                                              const base::SigningKey& key) {
    base::Result<base::AtomicFile> file = base::AtomicFile::open(path);
    if (!file) return file.error();
    auto inner = std::make_unique<Inner>(std::move(*file));
    inner->path = path;
    inner->key = key;
    if (!inner->pack) return base::Error("export-failed", {{"path", path}});
    ZSTD_CCtx_setParameter(inner->pack.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(inner->pack.get(), ZSTD_c_checksumFlag, 1);
    inner->gathered.reserve(kBlock + kBlock / 4);
    if (base::Status put = inner->put(skippable_frame(head_text(head))); !put) return put.error();
    return ExportWriter(std::move(inner));
}

base::Status ExportWriter::line(std::string_view line) {
    inner_->gathered.append(line).push_back('\n');
    return inner_->gathered.size() < kBlock ? base::Status() : inner_->flush(ZSTD_e_continue);
}

base::Result<std::int64_t> ExportWriter::finish() {
    if (base::Status packed = inner_->flush(ZSTD_e_end); !packed) return packed.error();
    const std::string sha256 = inner_->sum.finish();
    const std::string signature = base::sign(signed_text(sha256), inner_->key.secret);
    if (signature.empty()) return base::Error("export-failed", {{"path", inner_->path}});
    const std::string tail = skippable_frame(tail_text(sha256, signature));
    if (base::Status put = inner_->file.write(tail); !put) return put.error();
    if (base::Status placed = inner_->file.commit(); !placed) return placed.error();
    return inner_->bytes + static_cast<std::int64_t>(tail.size());
}

} // namespace timbang::store
