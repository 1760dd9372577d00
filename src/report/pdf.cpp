#include "report/pdf.h"

#include <hpdf.h>
#include <hpdf_doc.h>

#include <array>
#include <chrono>
#include <map>
#include <optional>

#include "base/files.h"
#include "report/layout.h"
#include "report/wrap.h"

namespace timbang::report {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Face::Count)> kFiles = {
    "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf"};

struct Colour {
    float red, green, blue;
};
Colour colour_of(Ink ink) {
    switch (ink) {
    case Ink::Text: return {0.11F, 0.11F, 0.10F};
    case Ink::Quiet: return {0.36F, 0.35F, 0.33F};
    case Ink::Accent: return {0.23F, 0.26F, 0.68F};
    case Ink::Light: return {0.62F, 0.65F, 0.86F};
    case Ink::Rule: return {0.72F, 0.71F, 0.68F};
    case Ink::Pale: return {0.945F, 0.94F, 0.925F};
    case Ink::Stamp: return {0.32F, 0.34F, 0.69F};
    case Ink::Pen: return {0.13F, 0.21F, 0.54F};
    case Ink::Photo: return {0.85F, 0.835F, 0.80F};
    }
    return {0, 0, 0};
}

/// Codes of the text are its letters (UTF-16), so each stands for itself. The library's own table writes these ranges in a
/// form that readers of PDF complain about.
std::string letters_of_codes() {
    std::string table = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    constexpr int kInBlock = 64; // a block may hold a hundred; within a range the first byte stays
    const auto hex = [](int value) {
        constexpr const char* digits = "0123456789ABCDEF";
        return std::string{digits[value >> 4], digits[value & 15]};
    };
    for (int from = 0; from < 256; from += kInBlock) {
        table += std::to_string(kInBlock) + " beginbfrange\n";
        for (int high = from; high < from + kInBlock; ++high)
            table += "<" + hex(high) + "00> <" + hex(high) + "FF> <" + hex(high) + "00>\n";
        table += "endbfrange\n";
    }
    return table + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// One file on its way. No error handler is set, so the library returns from every call; it does nothing more after the first
/// error, which `trouble` tells.
class Writer {
public:
    explicit Writer(const std::vector<std::string>& folders) : folders_(folders), pdf_(HPDF_New(nullptr, nullptr)) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        if (pdf_) HPDF_Free(pdf_);
    }

    base::Result<std::string> write(const Document& document) {
        if (!pdf_) return base::Error("report-failed", {{"detail", std::string("memory")}});
        HPDF_SetCompressionMode(pdf_, HPDF_COMP_ALL);
        HPDF_UseUTFEncodings(pdf_);
        HPDF_SetCurrentEncoder(pdf_, "UTF-8");
        pdf_->pdf_version = HPDF_VER_15; // what the language in the catalogue needs
        describe(document);
        const std::vector<Sheet> sheets = lay_out(document, [&](Face face, char32_t letter) { return advance(face, letter); });
        if (font_trouble_) return *font_trouble_;
        if (sheets.size() > kMostSheets)
            return base::Error("report-too-long", {{"limit", static_cast<std::int64_t>(kMostSheets)}});
        for (const Sheet& sheet : sheets) draw(sheet);
        if (font_trouble_) return *font_trouble_;
        if (const auto failed = trouble()) return *failed;
        return bytes();
    }

private:
    [[nodiscard]] std::optional<base::Error> trouble() const {
        const HPDF_STATUS status = HPDF_GetError(pdf_);
        if (status == HPDF_OK) return std::nullopt;
        return base::Error("report-failed", {{"detail", "libharu " + std::to_string(status)}});
    }

    void describe(const Document& document) {
        const auto set = [&](HPDF_InfoType what, const std::string& text) {
            if (!text.empty()) HPDF_SetInfoAttr(pdf_, what, drawable(text).c_str());
        };
        set(HPDF_INFO_TITLE, document.title);
        set(HPDF_INFO_AUTHOR, document.author);
        set(HPDF_INFO_SUBJECT, document.subtitle);
        set(HPDF_INFO_CREATOR, "Timbang");
        if (document.made != base::Time{}) {
            using namespace std::chrono;
            const auto day = floor<days>(document.made);
            const year_month_day date{day};
            const auto seconds = static_cast<int>(duration_cast<std::chrono::seconds>(document.made - day).count());
            const HPDF_Date made{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                 static_cast<int>(static_cast<unsigned>(date.day())), seconds / 3600, seconds / 60 % 60,
                                 seconds % 60, 'Z', 0, 0};
            HPDF_SetInfoDateAttr(pdf_, HPDF_INFO_CREATION_DATE, made);
        }
        const char* lang = document.lang == base::Lang::Id ? "id-ID" : "en-GB";
        HPDF_Dict_Add(pdf_->catalog, "Lang", HPDF_String_New(pdf_->mmgr, lang, nullptr));
        HPDF_Dict reading = HPDF_Dict_New(pdf_->mmgr);
        if (!reading) return;
        HPDF_Dict_Add(pdf_->catalog, "ViewerPreferences", reading);
        HPDF_Dict_AddBoolean(reading, "DisplayDocTitle", HPDF_TRUE);
    }

    /// The font, loaded when the first letter of it is asked for; null with `font_trouble_` set.
    HPDF_Font font(Face face) {
        const auto at = static_cast<std::size_t>(face);
        if (fonts_[at] || font_trouble_) return fonts_[at];
        for (const std::string& folder : folders_) {
            const std::string path = base::join_path(folder, kFiles[at]);
            if (base::file_kind(path) != base::FileKind::File) continue;
            const char* name = HPDF_LoadTTFontFromFile(pdf_, path.c_str(), HPDF_TRUE);
            fonts_[at] = name ? HPDF_GetFont(pdf_, name, "UTF-8") : nullptr;
            if (!fonts_[at]) break;
            add_letters(fonts_[at]);
            return fonts_[at];
        }
        font_trouble_ = base::Error("report-font-missing", {{"name", std::string(kFiles[at])}});
        return nullptr;
    }

    void add_letters(HPDF_Font font) {
        HPDF_Dict stream = HPDF_DictStream_New(pdf_->mmgr, pdf_->xref);
        if (!stream) return;
        stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
        const std::string table = letters_of_codes();
        HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(table.data()), static_cast<HPDF_UINT>(table.size()));
        HPDF_Dict_Add(font, "ToUnicode", stream);
    }

    double advance(Face face, char32_t letter) {
        std::vector<short>& widths = widths_[static_cast<std::size_t>(face)];
        if (widths.empty()) widths.assign(0x10000, -1);
        if (letter > 0xFFFF) letter = 0xFFFD;
        short& width = widths[letter];
        if (width < 0) {
            HPDF_Font used = font(face);
            width = used ? static_cast<short>(HPDF_Font_GetUnicodeWidth(used, static_cast<HPDF_UNICODE>(letter))) : 500;
        }
        return width / 1000.0;
    }

    void draw(const Sheet& sheet) {
        HPDF_Page page = HPDF_AddPage(pdf_);
        if (!page) return;
        HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(kSheetWidth));
        HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(kSheetHeight));
        for (const Op& op : sheet.ops) draw(page, op);
        for (const auto& [mark, y] : sheet.bookmarks) add_bookmark(page, mark, y);
    }

    static HPDF_REAL real(double value) { return static_cast<HPDF_REAL>(value); }
    static HPDF_REAL up(double y) { return static_cast<HPDF_REAL>(kSheetHeight - y); }

    void draw(HPDF_Page page, const Op& op) {
        const Colour ink = colour_of(op.ink);
        switch (op.kind) {
        case Op::Kind::Words:
            if (op.text.empty()) return;
            HPDF_Page_SetRGBFill(page, ink.red, ink.green, ink.blue);
            HPDF_Page_BeginText(page);
            HPDF_Page_SetFontAndSize(page, font(op.face), real(op.size));
            HPDF_Page_MoveTextPos(page, real(op.x), up(op.y));
            HPDF_Page_ShowText(page, op.text.c_str());
            HPDF_Page_EndText(page);
            return;
        case Op::Kind::Fill:
            HPDF_Page_SetRGBFill(page, ink.red, ink.green, ink.blue);
            HPDF_Page_Rectangle(page, real(op.x), up(op.y + op.h), real(op.w), real(op.h));
            HPDF_Page_Fill(page);
            return;
        case Op::Kind::Box:
            HPDF_Page_SetRGBStroke(page, ink.red, ink.green, ink.blue);
            HPDF_Page_SetLineWidth(page, real(op.size));
            HPDF_Page_Rectangle(page, real(op.x), up(op.y + op.h), real(op.w), real(op.h));
            HPDF_Page_Stroke(page);
            return;
        case Op::Kind::Path:
            if (op.path.size() < 2) return;
            HPDF_Page_SetRGBStroke(page, ink.red, ink.green, ink.blue);
            HPDF_Page_SetLineWidth(page, real(op.size));
            HPDF_Page_MoveTo(page, real(op.path.front().first), up(op.path.front().second));
            for (std::size_t i = 1; i < op.path.size(); ++i) HPDF_Page_LineTo(page, real(op.path[i].first), up(op.path[i].second));
            HPDF_Page_Stroke(page);
            return;
        case Op::Kind::Image: draw_picture(page, op); return;
        }
    }

    void draw_picture(HPDF_Page page, const Op& op) {
        const Picture& picture = *op.picture;
        const auto pixels = static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
        if (picture.rgb.size() != pixels * 3) return;
        HPDF_Image image = HPDF_LoadRawImageFromMem(pdf_, picture.rgb.data(), static_cast<HPDF_UINT>(picture.width),
                                                    static_cast<HPDF_UINT>(picture.height), HPDF_CS_DEVICE_RGB, 8);
        if (!image) return;
        image->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
        HPDF_Page_DrawImage(page, image, real(op.x), up(op.y + op.h), real(op.w), real(op.h));
    }

    void add_bookmark(HPDF_Page page, const Bookmark& mark, double y) {
        if (mark.text.empty()) return;
        while (!outline_.empty() && outline_.back().first >= mark.level) outline_.pop_back();
        HPDF_Outline parent = outline_.empty() ? nullptr : outline_.back().second;
        HPDF_Outline entry = HPDF_CreateOutline(pdf_, parent, mark.text.c_str(), HPDF_GetEncoder(pdf_, "UTF-8"));
        HPDF_Destination there = HPDF_Page_CreateDestination(page);
        if (!entry || !there) return;
        HPDF_Destination_SetFitH(there, up(std::max(y - 12, 0.0)));
        HPDF_Outline_SetDestination(entry, there);
        outline_.emplace_back(mark.level, entry);
    }

    base::Result<std::string> bytes() {
        HPDF_SaveToStream(pdf_);
        if (const auto failed = trouble()) return *failed;
        std::string out(HPDF_GetStreamSize(pdf_), '\0');
        HPDF_ResetStream(pdf_);
        auto size = static_cast<HPDF_UINT32>(out.size());
        const HPDF_STATUS read = HPDF_ReadFromStream(pdf_, reinterpret_cast<HPDF_BYTE*>(out.data()), &size);
        if ((read != HPDF_OK && read != HPDF_STREAM_EOF) || size != out.size() || out.empty())
            return base::Error("report-failed", {{"detail", "libharu " + std::to_string(read)}});
        return out;
    }

    const std::vector<std::string>& folders_;
    HPDF_Doc pdf_;
    std::array<HPDF_Font, static_cast<std::size_t>(Face::Count)> fonts_{};
    std::array<std::vector<short>, static_cast<std::size_t>(Face::Count)> widths_;
    std::vector<std::pair<int, HPDF_Outline>> outline_;
    std::optional<base::Error> font_trouble_;
};

} // namespace

std::vector<std::string> font_folders(const std::vector<std::string>& shares) {
    std::vector<std::string> folders;
    for (const std::string& share : shares) folders.push_back(base::join_path(share, "fonts"));
    folders.emplace_back("/usr/share/fonts/truetype/liberation");
    folders.emplace_back("/usr/share/fonts/truetype/liberation2");
    return folders;
}

base::Result<std::string> pdf_bytes(const Document& document, const std::vector<std::string>& fonts) {
    return Writer(fonts).write(document);
}

} // namespace timbang::report
