#include <doctest/doctest.h>

#include <fstream>

#include "report/pdf.h"
#include "support/temp_folder.h"

using namespace timbang;
using namespace timbang::report;

namespace {

Document some() {
    Document document;
    document.title = "Catatan – 07";
    document.lang = base::Lang::Id;
    document.made = base::Time{std::chrono::milliseconds{1'780'000'000'000}};
    document.add(Heading{1, "Kemajuan"});
    document.add(Paragraph{"Setiap keputusan ≥ 60 %, “jelas” – ½"});
    return document;
}

} // namespace

TEST_CASE("the same document gives the same bytes") {
    const auto first = pdf_bytes(some(), font_folders({}));
    const auto second = pdf_bytes(some(), font_folders({}));
    REQUIRE(first.ok());
    CHECK(first->substr(0, 5) == "%PDF-");
    CHECK(first->substr(first->size() - 6).find("%%EOF") != std::string::npos);
    CHECK(*first == *second);
    CHECK(first->find("/Lang (id-ID)") != std::string::npos);
    CHECK(first->find("D:2026") != std::string::npos);
}

TEST_CASE("a font that is missing or is none is told by its name") {
    const test::TempFolder folder;
    const auto none = pdf_bytes(some(), {folder.path()});
    REQUIRE(!none.ok());
    CHECK(none.error().code == "report-font-missing");
    std::ofstream(folder.path() + "/LiberationSans-Bold.ttf") << "no font at all";
    const auto broken = pdf_bytes(some(), {folder.path()});
    REQUIRE(!broken.ok());
    CHECK(broken.error().code == "report-font-missing");
    CHECK(std::get<std::string>(broken.error().args.at(0).second) == "LiberationSans-Bold.ttf");
}

TEST_CASE("pictures and odd letters are drawn without an error") {
    Document document = some();
    document.title = "\xF0\x9F\x98\x80 \xE4\xB8\x80 \x01";
    auto picture = std::make_shared<Picture>();
    picture->width = 2;
    picture->height = 3;
    picture->rgb.assign(18, 200);
    document.add(EvidencePage{"Foto", "1", nullptr, picture});
    picture = std::make_shared<Picture>(*picture);
    picture->rgb.pop_back(); // too few: left out
    document.add(EvidencePage{"Foto", "2", nullptr, picture});
    CHECK(pdf_bytes(document, font_folders({})).ok());
}
