#include "content/checks/table_words.h"

#include <algorithm>
#include <array>

namespace timbang::content {

namespace {

bool begins_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// What follows "jumlah" in the label of a sum. In "Jumlah penduduk" it is the thing that is counted: a row like
/// others.
bool is_rest_of_total(std::string_view rest) {
    if (rest.find_first_not_of(" .:()*0123456789") == std::string_view::npos) return true;
    constexpr std::array kWords{
        "total",    "seluruh",   "semua", "keseluruhan", "kabupaten", "kota",     "kecamatan", "desa",
        "provinsi", "kelurahan", "umum",  "akhir",       "halaman",   "di luar",  "termasuk",  "tidak termasuk",
        "dengan",   "tanpa",     "i",     "ii",          "iii",       "iv",       "v",         "vi",
        "a",        "b",         "c",     "d",           "e",         "semester", "triwulan",  "bulan",
        "tahun"};
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        if (!begins_with(rest, word)) return false;
        return rest.size() == word.size() || rest[word.size()] < 'a' || rest[word.size()] > 'z' ||
               begins_with(rest, "seluruh");
    });
}

} // namespace

RowKind row_kind(std::string_view label) {
    for (const std::string_view start :
         {"rata-rata", "rata", "rerata", "persen", "target", "median", "selisih", "average", "mean", "di antaranya",
          "diantaranya", "termasuk", "of which", "dari jumlah"})
        if (begins_with(label, start)) return RowKind::Aside;
    for (const std::string_view start :
         {"jumlah", "total", "subtotal", "sub total", "sub jumlah", "subjumlah", "grand total", "sub-total", "sum"})
        if (begins_with(label, start) && is_rest_of_total(label.substr(start.size()))) return RowKind::Total;
    return RowKind::Plain;
}

bool is_added_up(std::string_view header) {
    for (const std::string_view word :
         {"%", "persen", "percent", "rata-rata", "rerata", "average", "rasio", "ratio", "indeks", "index", "proporsi",
          "harga satuan", "tarif", "per 1", "kumulatif", "median"})
        if (header.find(word) != std::string_view::npos) return false;
    for (const std::string_view start : {"tahun", "year", "usia", "umur", "nomor", "kode", "tanggal", "angka",
                                         "tingkat", "capaian", "cakupan", "laju", "skor", "score", "bobot"})
        if (begins_with(header, start)) return false;
    return header != "no" && header != "no.";
}

int number_depth(std::string_view number) {
    if (number.empty() || number.find_first_not_of("0123456789.") != std::string_view::npos) return 0;
    while (!number.empty() && number.back() == '.')
        number.remove_suffix(1);
    return 1 + static_cast<int>(std::count(number.begin(), number.end(), '.'));
}

} // namespace timbang::content
