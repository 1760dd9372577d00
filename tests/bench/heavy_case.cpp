#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/heavy.h"

namespace timbang::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kPerCriterion = 10;
constexpr int kOwnDocuments = 4; ///< of an indicator; what is left over belongs to the first one

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string text_of(const std::string& id, const std::string& en) { return "{id: \"" + id + "\", en: \"" + en + "\"}"; }

std::string criterion_id(int criterion) { return std::string("H") + static_cast<char>('A' + criterion); }

std::string code_of(int indicator) {
    constexpr const char* kTypes[] = {"S", "P", "O"};
    return criterion_id(indicator / kPerCriterion) + "-" + kTypes[indicator % 3] + std::to_string(indicator % kPerCriterion + 1);
}

std::string document_id(int document) { return "dokumen-" + std::to_string(document + 1); }

/// The figure in the last row of a document's table, which no other document has.
std::string total_of(int document) { return "40." + std::to_string(100 + document); }

std::string framework_head() {
    return R"(timbang: 1
kind: framework
id: heavy
version: 1
practice: true
title: {id: Paket besar, en: Large pack}
certainty:
  levels:
    1: {id: Ragu, en: Unsure}
    2: {id: Cukup, en: Fairly}
    3: {id: Yakin, en: Sure}
  marks: {same: [1, 2, 3], different: [0, -2, -6]}
aggregation:
  method: types-then-criteria
  weights: {structure: 10, process: 30, outcome: 60}
  within_type: mean
  missing_type: rescale
  over_criteria: mean
  shown_with: 1
categories:
  - {id: baik, from: 75, name: {id: Baik, en: Good}}
  - {id: belum, from: 0, name: {id: Belum, en: Not yet}}
decide: [checklist, verdict, problems, score]
verdicts:
  accept: {name: {id: Terima, en: Accept}}
  return: {name: {id: Kembalikan, en: Return}}
  reject: {name: {id: Tolak, en: Reject}}
)";
}

/// Eight rules, a problem type for each, and one checklist of them all.
std::string framework_rules() {
    std::string rules = "rules:\n", types = "problem_types:\n", list;
    for (int i = 1; i <= 8; ++i) {
        const std::string number = std::to_string(i), id = "rule-" + number;
        rules += "  - {id: " + id + ", code: R-" + number + ", level: document, short: " +
                 text_of("Aturan praktik " + number, "Practice rule " + number) + ", text: " +
                 text_of("Bukti harus memenuhi aturan praktik nomor " + number + ".", "Evidence must keep practice rule " + number + ".") + "}\n";
        types += "  - {id: problem-" + number + ", kind: evidence, family: family-" + number + ", rule: " + id + ", name: " +
                 text_of("Masalah jenis " + number, "Problem of kind " + number) + "}\n";
        list += (list.empty() ? "" : ", ") + id;
    }
    return rules + "checklists:\n  all: [" + list + "]\n" + types;
}

std::string framework_indicators() {
    constexpr const char* kTypes[] = {"structure", "process", "outcome"};
    std::string text = "criteria:\n";
    for (int i = 0; i < kIndicators / kPerCriterion; ++i)
        text += "  - {id: " + criterion_id(i) + ", name: " + text_of("Hak nomor " + std::to_string(i + 1), "Right number " + std::to_string(i + 1)) + "}\n";
    text += "indicators:\n";
    for (int i = 0; i < kIndicators; ++i)
        text += "  - code: " + code_of(i) + "\n    type: " + kTypes[i % 3] + "\n    title: " +
                text_of("Persentase layanan hak warga nomor " + std::to_string(i + 1) + " yang terpenuhi menurut kecamatan",
                        "Share of residents whose right number " + std::to_string(i + 1) + " is met, by sub-district") +
                "\n    short: " + text_of("Layanan hak nomor " + std::to_string(i + 1), "Service of right " + std::to_string(i + 1)) +
                "\n    unit: percent\n    checklist: all\n    bands: {10: 90, 8: 80, 5: 60, 0: 0}\n";
    return text;
}

/// A dense sheet: letterhead, title, a table of fourteen sub-districts, three paragraphs, a signature.
std::string page_of(int document) {
    std::string text = ":::kop\nPEMERINTAH KABUPATEN CONTOH\nDINAS CONTOH NOMOR " + std::to_string(document + 1) +
                       "\n:::\n\n:::judul\nREKAPITULASI LAYANAN MENURUT KECAMATAN, TAHUN 2024\n:::\n\n"
                       "| No | Kecamatan | Sasaran (orang) | Terlayani (orang) | Persentase (%) |\n|---:|:---|---:|---:|---:|\n";
    for (int row = 1; row <= 14; ++row)
        text += "| " + std::to_string(row) + " | Kecamatan Contoh " + std::to_string(row) + " | 1." + std::to_string(100 + 7 * row) + " | 9" +
                two_digits(row) + " | " + std::to_string(70 + row) + ",5 |\n";
    text += "| | **Jumlah** | **52.735** | **" + total_of(document) + "** | **77,5** |\n\n";
    for (int i = 0; i < 3; ++i)
        text += "Keterangan " + std::to_string(i + 1) +
                ": angka sasaran dihitung dari estimasi penduduk dinas, sedangkan angka terlayani dihimpun dari laporan bulanan "
                "setiap kecamatan dan diperiksa kembali oleh bidang data sebelum ditandatangani.\n\n";
    return text + ":::ttd kanan\nKepala Dinas,\n[tanda tangan]\nPejabat Contoh\nNIP 00000000 000000 0 001\n:::\n";
}

std::string task_of(int indicator) {
    std::string evidence;
    for (int i = 0; i < kOwnDocuments; ++i) evidence += (i ? ", " : "") + document_id(indicator * kOwnDocuments + i);
    if (indicator == 0)
        for (int i = kIndicators * kOwnDocuments; i < kDocuments; ++i) evidence += ", " + document_id(i);
    const int first = indicator * kOwnDocuments;
    const std::string place = "{in: " + document_id(first) + ", quote: \"" + total_of(first) + "\"}";
    const std::string why = text_of("Jumlah pada lembar ini tidak sesuai dengan baris kecamatan (aturan R-1).",
                                    "The total on this sheet does not follow from the rows of sub-districts (rule R-1).");
    return "code: " + code_of(indicator) + "\nevidence: [" + evidence +
           "]\nreference:\n  verdict: return\n  score: 5\n  checklist: {holds: [rule-2, rule-3, rule-4], fails: [rule-1]}\n  rules: [rule-1]\n  why: " +
           why + "\n  rests_on: [" + place + "]\nproblems:\n  - {type: problem-1, rule: rule-1, in: " + document_id(first) + ", quote: \"" +
           total_of(first) + "\", why: " + why + "}\nreplies:\n  - {type: problem-1, rule: rule-1, why: " + why + "}\n";
}

std::string scenario_text() {
    std::string evidence, ids, tasks, codes;
    for (int i = 0; i < kDocuments; ++i) {
        const std::string number = std::to_string(i + 1);
        evidence += "  - {id: " + document_id(i) + ", title: " + text_of("Rekapitulasi layanan nomor " + number, "Summary of service " + number) +
                    ", kind: table, pages: [evidence/" + document_id(i) + "-1.md]}\n";
        ids += (i ? ", " : "") + document_id(i);
    }
    for (int i = 0; i < kIndicators; ++i) {
        tasks += "  - indicators/" + code_of(i) + ".yaml\n";
        codes += (i ? ", " : "") + code_of(i);
    }
    return "timbang: 1\nid: kasus-besar\nversion: 1.0.0\ntitle: {id: Kasus besar, en: Large case}\nframework: heavy@1\nlevel: foundation\n"
           "minutes: 600\nsynthetic: true\ndistrict: {name: Kabupaten Contoh, kind: kabupaten, province: Provinsi Contoh, population: 1000}\n"
           "assessment: {year: 2025, data_year: 2024}\nevidence:\n" +
           evidence + "indicators:\n" + tasks +
           "script:\n  start: briefing\n  steps:\n    - id: briefing\n      title: {id: Pengantar, en: Briefing}\n      text: {file: briefing}\n"
           "      next: [{goto: desk}]\n    - id: desk\n      title: {id: Bukti, en: Evidence}\n      evidence: [" +
           ids + "]\n      indicators: [" + codes + "]\n      next: [{goto: end}]\n";
}

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

void write_heavy_case(const std::string& folder) {
    const fs::path root(folder), one = root / "case";
    write(root / "frameworks/heavy.yaml", framework_head() + framework_rules() + framework_indicators());
    write(one / "scenario.yaml", scenario_text());
    write(one / "briefing.id.md", "Periksa seluruh berkas kabupaten contoh.\n");
    write(one / "briefing.en.md", "Weigh the whole file of the sample district.\n");
    for (int i = 0; i < kDocuments; ++i) write(one / "evidence" / (document_id(i) + "-1.md"), page_of(i));
    for (int i = 0; i < kIndicators; ++i) write(one / "indicators" / (code_of(i) + ".yaml"), task_of(i));
}

} // namespace timbang::bench
