#include <doctest/doctest.h>

#include "app/room/roster.h"
#include "base/catalogue.h"

using namespace timbang;

namespace {

std::string said(const std::string& list) {
    const auto people = app::parse_roster(list, "list");
    if (people) return "";
    const auto words = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(words);
    return words->text(base::Lang::En, people.error());
}

} // namespace

TEST_CASE("a roster is read with commas, semicolons or tabs, with headings or without") {
    const std::string lists[] = {"01,Rini,Dinkes,2,paper\n02,\"Budi, S.H.\",,,\n",
                                 "Kode;Nama;Instansi;Kelompok;Cara\r\n01;Rini;Dinkes;2;kertas\r\n02;Budi, S.H.;;;\r\n",
                                 "nama\tkode\tcara\tkelompok\tinstansi\tcatatan\nRini\t01\tPAPER\t2\tDinkes\tx\nBudi, S.H.\t02\t\t\t\t\n"};
    for (const std::string& list : lists) {
        CAPTURE(list);
        const auto people = app::parse_roster(list, "list");
        REQUIRE(people.ok());
        REQUIRE(people->size() == 2);
        CHECK(people->at(0).code == "01");
        CHECK(people->at(0).name == "Rini");
        CHECK(people->at(0).office == "Dinkes");
        CHECK(people->at(0).group == 2);
        CHECK(people->at(0).way == domain::WayIn::Paper);
        CHECK(people->at(1).name == "Budi, S.H.");
        CHECK(people->at(1).group == 0);
        CHECK_FALSE(people->at(1).way);
    }
    const auto short_rows = app::parse_roster("01,Rini,Dinkes\n02,,Dinkes\n03\n", "list");
    REQUIRE(short_rows.ok());
    REQUIRE(short_rows->size() == 3);
    CHECK(short_rows->at(2).code == "03");
    CHECK(short_rows->at(2).office.empty());
    const auto codes = app::parse_roster("A\nB\nC\n", "list");
    REQUIRE(codes.ok());
    CHECK(codes->size() == 3);
}

TEST_CASE("any line of a roster may leave out its last cells, the first as well") {
    for (const char* const list : {"01\n02,Budi\n03,,Dinkes,2,paper\n", "\n01;Rini\n02;Budi\n03;;Dinkes;2;kertas\n",
                                   "01\tRini\t\n02\n03\t\tDinkes\t2\tpaper", "01\r\n02;Budi, S.H.\r\n03;;Dinkes;2;kertas\r\n"}) {
        CAPTURE(list);
        const auto people = app::parse_roster(list, "list");
        REQUIRE(people.ok());
        REQUIRE(people->size() == 3);
        CHECK(people->at(0).code == "01");
        CHECK(people->at(2).office == "Dinkes");
        CHECK(people->at(2).way == domain::WayIn::Paper);
    }
}

TEST_CASE("what is wrong in a roster is said with line, column, value and what was expected") {
    CHECK(said("01,Rini\n,Budi\n").find("row 2, column 1 (A), \"\" should be a code") != std::string::npos);
    CHECK(said("code,group\n01,1\n02,zwei\n").find("row 3, column 2 (B), \"zwei\" should be a number from 1") !=
          std::string::npos);
    CHECK(said("01,a,b,0\n").find("\"0\"") != std::string::npos);
    CHECK(said("01,a,b,1,email\n").find("column 5 (E), \"email\" should be phone") != std::string::npos);
    CHECK(said("01,a\n02,b\n01,c\n").find("row 3, column 1 (A), the code \"01\" stands again; row 1") != std::string::npos);
    CHECK(said("name,code\nRini,01\n").empty());
    CHECK(said("name,office\nRini,x\n").find("a heading \"code\"") != std::string::npos);
    std::string many;
    for (int i = 0; i < 1001; ++i) many += std::to_string(i) + "\n";
    CHECK(said(many).find("1,000") != std::string::npos);
}
