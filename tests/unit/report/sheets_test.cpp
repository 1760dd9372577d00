#include <doctest/doctest.h>

#include "domain/session.h"
#include "report/pdf.h"
#include "report/sheets.h"
#include "samples.h"

using namespace timbang;
using namespace timbang::report;

namespace {

Document sheets(const SheetOptions& options, base::Lang lang, const base::Catalogue& texts) {
    const auto scenario = test::secret_case();
    const auto open = domain::public_scenario(*scenario, domain::initial_state(*scenario, domain::Mode::Practise));
    return sheets_document(open, options, test::kSomeDay, Words(texts, lang));
}

} // namespace

TEST_CASE("answer sheets hold nothing of the key, of notes or of hidden evidence") {
    const base::Catalogue texts = test::messages();
    SheetOptions options;
    options.checklist = true;
    options.evidence = true;
    options.codes = {"01", "02"};
    for (const auto lang : {base::Lang::Id, base::Lang::En}) {
        const Document document = sheets(options, lang, texts);
        const std::string html = html_text(document);
        CHECK(html.find("CANARY") == std::string::npos);
        CHECK(html.find("6.729") != std::string::npos);
        const auto pdf = pdf_bytes(document, font_folders({}));
        REQUIRE(pdf.ok());
        CHECK(pdf->find("CANARY") == std::string::npos); // also in bookmarks and properties, which are not compressed
    }
}

TEST_CASE("an answer sheet asks for what a vote needs, of each indicator") {
    const base::Catalogue texts = test::messages();
    const std::string html = html_text(sheets({}, base::Lang::En, texts));
    for (const char* word : {"Your code", "KS-O1", "KS-P1", "Title KS-O1", "Birth table", "Accept", "Return", "Reject", "Unsure",
                             "Sure", "Reason", "(≥ 45)"})
        CHECK(html.find(word) != std::string::npos);
    CHECK(html.find("Endorsed by the official") == std::string::npos);
    SheetOptions options;
    options.checklist = true;
    options.codes = {"07", "08"};
    options.indicators = {"KS-P1"};
    const std::string two = html_text(sheets(options, base::Lang::En, texts));
    CHECK(test::times(two, "Endorsed by the official") == 2);
    CHECK(test::times(two, "Code 07") == 1);
    CHECK(two.find("KS-O1") == std::string::npos);
}
