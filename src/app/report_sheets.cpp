#include "app/report_sheets.h"

#include "base/files.h"
#include "content/library.h"
#include "content/picture.h"
#include "domain/session.h"

namespace timbang::app {
namespace {

constexpr int kPrintWidth = 1240, kPrintHeight = 1754; ///< A4 at 150 dots an inch
constexpr int kQuality = 82;

std::shared_ptr<const report::Picture> printable(const std::string& bytes) {
    auto decoded = content::decode_picture(bytes);
    if (!decoded) return nullptr;
    const content::Pixels pixels = content::shrink_picture(std::move(*decoded), kPrintWidth, kPrintHeight);
    auto picture = std::make_shared<report::Picture>();
    picture->width = pixels.width;
    picture->height = pixels.height;
    picture->rgb.reserve(pixels.rgba.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4)
        for (std::size_t c = 0; c < 3; ++c) { // on white paper
            const int alpha = pixels.rgba[i + 3];
            picture->rgb.push_back(static_cast<std::uint8_t>((pixels.rgba[i + c] * alpha + 255 * (255 - alpha)) / 255));
        }
    picture->file = content::encode_jpeg(pixels, kQuality);
    picture->mime = "image/jpeg";
    return picture;
}

} // namespace

report::Document answer_sheets(const domain::Scenario& scenario, report::SheetOptions options, base::Time now,
                               const report::Words& words) {
    const domain::State beginning = domain::initial_state(scenario, domain::Mode::Practise);
    return report::sheets_document(domain::public_scenario(scenario, beginning), options, now, words);
}

std::vector<std::pair<std::string, std::vector<std::shared_ptr<const report::Picture>>>>
sheet_pictures(const domain::Scenario& scenario, const std::string& folder, const base::SealOpeners& openers) {
    std::vector<std::pair<std::string, std::vector<std::shared_ptr<const report::Picture>>>> all;
    content::CaseFiles files(openers);
    for (const domain::Evidence& evidence : scenario.evidence) {
        if (evidence.hidden) continue;
        std::vector<std::shared_ptr<const report::Picture>> pages;
        for (const domain::EvidencePage& page : evidence.pages) {
            std::shared_ptr<const report::Picture> picture;
            if (page.page.picture) {
                const auto bytes = files.read(base::join_path(folder, page.page.picture->path), content::kMaxPictureBytes);
                if (bytes) picture = printable(*bytes);
            }
            pages.push_back(std::move(picture));
        }
        all.emplace_back(evidence.id, std::move(pages));
    }
    return all;
}

} // namespace timbang::app
