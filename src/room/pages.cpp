#include "room/pages.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json.h"
#include "domain/page_json.h"

namespace timbang::room {
namespace {

Pages::Sheet make_sheet(const domain::Page& page) {
    nlohmann::json json = domain::to_json(page);
    if (page.picture) json["picture"].erase("path"); // a picture is asked for by evidence and number
    const std::string text = base::canonical_json(json);
    Pages::Sheet sheet;
    sheet.hash = base::sha256(text).substr(0, 32);
    sheet.answer = std::make_shared<const std::string>("{\"hash\":\"" + sheet.hash + "\",\"page\":" + text + "}");
    sheet.picture = page.picture.has_value();
    return sheet;
}

} // namespace

void Pages::follow(const RoomView& view) {
    if (scenario_ != nullptr && version_ == view.case_version) return;
    sheets_.clear();
    scenario_ = view.scenario;
    version_ = view.case_version;
    if (scenario_ == nullptr) return;
    for (const domain::PublicEvidence& evidence : scenario_->evidence)
        for (std::size_t i = 0; i < evidence.pages.size(); ++i)
            sheets_.emplace(std::pair(evidence.id, static_cast<int>(i) + 1), make_sheet(evidence.pages[i]));
}

const Pages::Sheet* Pages::find(std::string_view evidence, int number) const {
    const auto found = sheets_.find(std::pair(std::string(evidence), number));
    return found == sheets_.end() ? nullptr : &found->second;
}

} // namespace timbang::room
