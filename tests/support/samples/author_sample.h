#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/present/author_words.h"
#include "app/view/author.h"
#include "content/pages.h"

/// The editor of cases with hand-made values: the same case in both modes.
namespace timbang::test {

class AuthorSample {
public:
    AuthorSample(const base::Catalogue& words, bool id) : words_(words), lang_(id ? base::Lang::Id : base::Lang::En) {}

    [[nodiscard]] app::AuthorView text() const {
        app::AuthorView v = whole();
        v.head.modes[1].chosen = true;
        v.text = app::AuthorText{};
        files(*v.text);
        source(v.text->source);
        problems(*v.text);
        preview(v.text->preview);
        players(v.text->players);
        return v;
    }
    [[nodiscard]] app::AuthorView form() const {
        app::AuthorView v = whole();
        v.head.modes[0].chosen = true;
        v.form = app::AuthorFormView{};
        list(*v.form);
        v.form->indicator = indicator();
        page(v.form->page);
        return v;
    }
    [[nodiscard]] app::AuthorView section() const {
        app::AuthorView v = form();
        v.form->indicator.reset();
        v.form->section = app::FormSection::Steps;
        const app::SectionRow row{"phone",
                                  say("Call Dukcapil", "Hubungi Dukcapil"),
                                  say("10 minutes. Shows: Answer of Dukcapil. Helps KS-O1",
                                      "10 menit. Membuka: Jawaban Dukcapil. Membantu KS-O1"),
                                  say("never taken", "tidak pernah diambil"),
                                  app::Tint::Return,
                                  app::action::ShowInText{"scenario.yaml", 900}};
        v.form->other = app::SectionForm{key("author.steps-and-actions"),
                                         {{say("Actions", "Tindakan"), "", {row, row, row}, "", {}}}};
        return v;
    }
    [[nodiscard]] app::AuthorView cases(bool empty) const {
        app::AuthorView v;
        v.words = app::author_words(words_, lang_);
        v.list = app::AuthorHome{};
        v.list->empty = key("author.empty");
        v.list->create = button("author.new-case", "", app::action::AskNewCase{}, "plus");
        v.list->folder = button("author.open-folder", "", app::action::OpenFolderChooser{}, "folder");
        app::AuthorCase one{say("The total that does not add up", "Jumlah yang tidak cocok"),
                            say("Version 1.0.0", "Versi 1.0.0"),
                            "/home/rini/kasus/jumlah",
                            {error(1), warning(2)},
                            false,
                            app::action::OpenOwnCase{"/home/rini/kasus/jumlah"},
                            {}};
        if (!empty) v.list->own = {one, one};
        one.copy = button("author.copy-case", "", app::action::AskCopyCase{"bundled"}, "content-copy");
        one.action = {};
        v.list->bundled = {one, one, one};
        return v;
    }
    /// A changed file, a question over it.
    [[nodiscard]] app::AuthorView asked() const {
        app::AuthorView v = text();
        v.notices.push_back(
            {app::Tint::Return,
             "alert",
             say("indicators/KS-O1.yaml was changed outside Timbang while you edited the same lines here.",
                 "indicators/KS-O1.yaml diubah di luar Timbang sementara Anda menyunting baris yang sama di sini."),
             {button("author.save", "", app::action::AnswerNotice{0, 0}),
              button("author.show-in-text", "", app::action::AnswerNotice{0, 1})}});
        v.prompt = app::AuthorPrompt{};
        v.prompt->title = key("author.new-case");
        v.prompt->text = key("author.list-explain");
        v.prompt->has_field = true;
        v.prompt->field_label = say("Name of the case", "Nama kasus");
        v.prompt->field = "Posyandu";
        v.prompt->problem = say("There is a case of this name already.", "Sudah ada kasus dengan nama ini.");
        v.prompt->options = {choice(say("One indicator", "Satu indikator"), true, app::action::ChoosePromptOption{0}),
                             choice(say("A file of nine indicators", "Berkas sembilan indikator"), false,
                                    app::action::ChoosePromptOption{1})};
        v.prompt->options[0].hint =
            say("A document, a reference and replies: the shortest way to a case that can be played.",
                "Satu dokumen, acuan, dan tanggapan: jalan terpendek ke kasus yang dapat dimainkan.");
        v.prompt->lines = {"reference.score: 8 -> 6", "replies: + 1"};
        v.prompt->primary = button("author.new-case", "", app::action::AnswerPrompt{0});
        v.prompt->cancel = button("author.close-find", "Esc", app::action::CancelPrompt{});
        return v;
    }
    [[nodiscard]] static std::string source_text() {
        std::string text =
            "code: KS-O1\nevidence: [persalinan, jawaban-dukcapil]\nreference:\n  verdict: return\n  score: 8\n"
            "  figure: {value: \"6279/6940\", unit: percent}   # the recount\nproblems:\n  - type: arithmetic\n    "
            "rule: arithmetic\n"
            "    in: persalinan\n    page: 2\n    quote: \"6.729\"\nreplies:\n";
        for (int i = 0; i < 40; ++i)
            text += "  - when: {score: {is: " + std::to_string(i) + "}}\n    why: {id: Alasan, en: Reason}\n";
        return text;
    }

private:
    [[nodiscard]] std::string key(const char* name, const base::Args& args = {}) const {
        return words_.text(lang_, name, args);
    }
    [[nodiscard]] std::string say(const char* en, const char* id) const { return lang_ == base::Lang::Id ? id : en; }
    [[nodiscard]] app::Button button(const char* name, std::string hint, app::Action action,
                                     app::IconName icon = "") const {
        return {key(name), std::move(hint), icon, true, "", std::move(action)};
    }
    static app::Choice choice(std::string label, bool chosen, app::Action action, app::IconName icon = "",
                              app::Tint tint = app::Tint::Neutral) {
        return {std::move(label), "", icon, tint, chosen, std::move(action)};
    }
    [[nodiscard]] app::Chip error(int n) const {
        return {key("author.errors-n", {{"n", n}}), "close-circle", app::Tint::Reject};
    }
    [[nodiscard]] app::Chip warning(int n) const {
        return {key("author.warnings-n", {{"n", n}}), "alert", app::Tint::Return};
    }

    [[nodiscard]] app::AuthorView whole() const {
        app::AuthorView v;
        v.words = app::author_words(words_, lang_);
        app::AuthorHead& h = v.head;
        h.back = button("author.back", "", app::action::CloseCase{}, "arrow-left");
        h.title = say("The total that does not add up", "Jumlah yang tidak cocok");
        h.line = say("Version 1.0.0, changed a minute ago, saved", "Versi 1.0.0, diubah semenit lalu, tersimpan");
        h.modes[0] = choice(key("author.form"), false, app::action::SetAuthorMode{true});
        h.modes[1] = choice(key("author.text"), false, app::action::SetAuthorMode{false});
        h.counts = {
            error(1), warning(2), {key("author.notes-n", {{"n", 1}}), "help-circle-outline", app::Tint::Neutral}};
        h.undo = button("author.undo", "Ctrl Z", app::action::UndoEdit{}, "undo-variant");
        h.redo = button("author.redo", "Ctrl Y", app::action::RedoEdit{}, "redo");
        h.save = button("author.save", "Ctrl S", app::action::SaveCase{}, "content-save");
        h.check = button("author.check", "F7", app::action::CheckCase{}, "check");
        h.play = button("author.play-from-here", "F9", app::action::PlayFromHere{}, "play");
        h.players = button("author.run-players", "F8", app::action::RunPlayers{}, "account-multiple");
        h.spreadsheet.label = key("author.spreadsheet");
        h.spreadsheet.options = {choice("XLSX", false, app::action::ExportWorkbook{}),
                                 choice("CSV", false, app::action::ExportWorkbook{app::action::WorkbookFormat::Csv})};
        h.package = button("author.make-package", "", app::action::MakePackage{});
        return v;
    }

    static void files(app::AuthorText& t) {
        const auto row = [&](int depth, const char* icon, const char* name, const char* path,
                             bool folder) -> app::TreeRow& {
            return t.tree.emplace_back(app::TreeRow{
                depth, icon, name, path, folder, folder, false, "", app::Tint::Neutral,
                folder ? app::Action(app::action::ToggleTreeFolder{path}) : app::Action(app::action::OpenFile{path})});
        };
        row(0, "library-books", "jumlah-yang-tidak-cocok", "", false);
        row(1, "file-document", "scenario.yaml", "scenario.yaml", false).count = "1";
        row(1, "folder", "indicators", "indicators", true);
        row(2, "file-document", "KS-S1.yaml", "indicators/KS-S1.yaml", false);
        app::TreeRow& open = row(2, "file-document", "KS-O1.yaml", "indicators/KS-O1.yaml", false);
        open.selected = true, open.count = "3", open.tint = app::Tint::Reject;
        row(1, "folder", "evidence", "evidence", true);
        for (const char* page :
             {"evidence/persalinan-1.md", "evidence/persalinan-2.md", "evidence/jawaban-dukcapil-1.md"})
            row(2, "file-document", page + 9, page, false);
        const app::Button close{"Close", "Ctrl W", "close", true, "", app::action::CloseTab{"indicators/KS-O1.yaml"}};
        t.tabs = {
            {"KS-O1.yaml", "indicators/KS-O1.yaml", true, true, app::action::OpenFile{"indicators/KS-O1.yaml"}, close},
            {"scenario.yaml", "scenario.yaml", false, false, app::action::OpenFile{"scenario.yaml"}, close}};
    }

    static void source(app::SourceView& s) {
        s.path = "indicators/KS-O1.yaml";
        s.text = std::make_shared<const std::string>(source_text());
        s.revision = 1;
        s.place = "problems, 1";
        const std::string& text = *s.text;
        std::vector<app::SourceSpan> spans;
        for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
            const std::size_t end = text.find('\n', line), colon = text.find(':', line);
            std::size_t from = text.find_first_not_of(" -", line);
            if (colon < end)
                spans.push_back(
                    {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(colon), app::SourceKind::Key});
            const std::size_t quote = text.find('"', line);
            if (quote < end)
                spans.push_back({static_cast<std::uint32_t>(quote),
                                 static_cast<std::uint32_t>(text.find('"', quote + 1) + 1), app::SourceKind::String});
        }
        s.spans = std::make_shared<const std::vector<app::SourceSpan>>(std::move(spans));
        const auto at = static_cast<std::uint32_t>(text.find("jawaban-dukcapil"));
        s.findings = {{at, at + 16, 2, base::Severity::Error, "close-circle", app::Tint::Reject,
                       "The evidence is not in the list."},
                      {static_cast<std::uint32_t>(text.find("score")),
                       static_cast<std::uint32_t>(text.find("score") + 8), 5, base::Severity::Warning,
                       "alert", app::Tint::Return, "The score meets no reply."}};
    }

    void problems(app::AuthorText& t) const {
        const auto add = [&](base::Severity severity, const char* icon, app::Tint tint, const char* place,
                             std::string text, std::string fix) {
            app::ProblemRow row{severity,
                                icon,
                                tint,
                                place,
                                std::move(text),
                                "missing-file",
                                t.problems.empty(),
                                {},
                                app::action::GoToFinding{static_cast<int>(t.problems.size())}};
            if (!fix.empty())
                row.fix = app::Button{std::move(fix), "", "",
                                      true,           "", app::action::FixFinding{static_cast<int>(t.problems.size())}};
            t.problems.push_back(std::move(row));
        };
        add(base::Severity::Error, "close-circle", app::Tint::Reject, "KS-O1.yaml:2",
            say("The file “evidence/Persalinan-1.md” is not in the case. There is “evidence/persalinan-1.md”; capital "
                "letters count.",
                "Berkas “evidence/Persalinan-1.md” tidak ada dalam kasus. Yang ada “evidence/persalinan-1.md”; huruf "
                "besar dibedakan."),
            say("Use that file", "Pakai berkas itu"));
        add(base::Severity::Warning, "alert", app::Tint::Return, "KS-O1.yaml:5",
            say("Score 6 meets no reply. A trainee who picks it would get no reason.",
                "Nilai 6 tidak bertemu tanggapan. Peserta yang memilihnya tidak mendapat alasan."),
            "");
        add(base::Severity::Note, "help-circle-outline", app::Tint::Neutral, "scenario.yaml:112",
            say("The Indonesian title is missing. English would be shown.",
                "Judul Indonesia belum ada. Yang tampil bahasa Inggris."),
            say("Go there", "Ke sana"));
    }

    static std::shared_ptr<const domain::Page> sheet() {
        return std::make_shared<const domain::Page>(content::parse_markdown_page(
            ":::judul\nREKAPITULASI PERSALINAN DI FASILITAS KESEHATAN\nMENURUT KECAMATAN, TAHUN 2024\n:::\n\n"
            "| No | Kecamatan | Sasaran ibu bersalin (orang) | Bersalin di fasilitas (orang) | Persentase (%) "
            "|\n|---:|:---|---:|---:|---:|\n"
            "| 1 | Awal Mula | 1.232 | 1.147 | 93,1 |\n| 2 | Tengah Raya | 1.604 | 1.448 | 90,3 |\n| 3 | Ujung Harapan "
            "| 891 | 703 | 78,9 |\n"
            "| | **Jumlah** | **7.080** | **6.729** | **95,0** |\n\n"
            "Keterangan: sasaran ibu bersalin dihitung dari estimasi penduduk Dinas Kesehatan tahun 2024, yaitu "
            "420.700 jiwa.\n\n"
            ":::kaki\nDokumen latihan, seluruh isinya rekaan. Halaman 2 dari 3\n:::\n",
            content::Breaks::Flow));
    }

    void draft_page(app::AuthorPage& p, bool with_sheet) const {
        p.key = "persalinan/2";
        p.icon = "file-document";
        p.title = say("Births 2024", "Persalinan 2024");
        p.page_label = say("Page 2 of 3", "Halaman 2 dari 3");
        if (!with_sheet) return;
        p.content = sheet();
        p.marks = {
            {1,
             domain::find_quote(*p.content, "6.729").front(),
             {},
             say("Arithmetic", "Aritmetika"),
             "calculator",
             false,
             false,
             app::action::SelectProblem{0}},
            {1, domain::find_quote(*p.content, "95,0").front(), {}, "", "", true, false, app::action::SelectProblem{0}},
            {2,
             domain::find_quote(*p.content, "estimasi penduduk Dinas Kesehatan").front(),
             {},
             "",
             "",
             false,
             false,
             app::action::SelectProblem{1}}};
        p.documents = {
            {0, p.title, app::action::ShowDraftPage{"persalinan", 1}},
            {1, say("Answer of Dukcapil", "Jawaban Dukcapil"), app::action::ShowDraftPage{"jawaban-dukcapil", 1}}};
        p.previous = button("author.find-previous", "PgUp", app::action::TurnDraftPage{-1});
        p.next = button("author.find-next", "PgDn", app::action::TurnDraftPage{1});
    }

    void preview(app::PreviewView& p) const {
        p.pin = {say("Stays at KS-O1, page 2", "Tetap di KS-O1, halaman 2"), "pin", app::Tint::Accent};
        p.languages[0] = choice("English", lang_ == base::Lang::En, app::action::SetPreviewLanguage{base::Lang::En});
        p.languages[1] = choice("Indonesia", lang_ == base::Lang::Id, app::action::SetPreviewLanguage{base::Lang::Id});
        draft_page(p.page, true);
        p.code_line = say("KS-O1, Outcome", "KS-O1, Hasil");
        p.title = say("Births at a health facility", "Persalinan di fasilitas kesehatan");
        for (int score = 0; score <= 10; score += 2)
            p.scores.push_back(choice(std::to_string(score), score == 6, app::action::TryScore{score},
                                      score == 8   ? "check-circle"
                                      : score == 6 ? "arrow-down"
                                                   : "",
                                      score == 8 ? app::Tint::Ok : app::Tint::Return));
        p.reply = {say("1 step strict", "1 langkah lebih ketat"), "arrow-down", app::Tint::Return};
        p.reply_text = say("You found the total; the denominator is the office’s estimate.",
                           "Jumlahnya sudah Anda temukan; penyebutnya estimasi dinas.");
        p.reply_rests_on = say("Rule S-1. Passage on page 2.", "Aturan S-1. Bagian di halaman 2.");
        p.note = say("Score 4 meets no reply yet: see line 24.", "Nilai 4 belum bertemu tanggapan: lihat baris 24.");
        p.note_action = app::action::ShowInText{"indicators/KS-O1.yaml", 10};
    }

    void players(app::PlayersView& p) const {
        p.line = say("1,003 runs in 0.4 s", "1.003 kali dalam 0,4 d");
        p.run = button("author.run-players", "F8", app::action::RunPlayers{});
        const app::Chip fine{say("Does not pay", "Tidak menguntungkan"), "check-circle", app::Tint::Ok};
        p.rows = {{say("Reference", "Acuan"),
                   say("gives the key", "memberi kunci"),
                   say("9 of 9", "9 dari 9"),
                   1,
                   1,
                   1,
                   {say("Full marks, as it must", "Tepat semua, seharusnya"), "check-circle", app::Tint::Ok}},
                  {say("Lenient", "Longgar"), say("accepts all, gives 10", "terima semua, nilai 10"),
                   say("2 of 9", "2 dari 9"), 0.22F, 0.22F, 0.22F, fine},
                  {say("Strict", "Ketat"), say("rejects all, gives 0", "tolak semua, nilai 0"),
                   say("1 of 9", "1 dari 9"), 0.11F, 0.11F, 0.11F, fine},
                  {say("Random", "Acak"),
                   say("1,000 runs", "1.000 kali"),
                   say("1.6 of 9", "1,6 dari 9"),
                   0,
                   0.55F,
                   0.18F,
                   {say("Best run 5 of 9", "Terbaik 5 dari 9"), "alert", app::Tint::Return}}};
        p.coverage = {{say("Steps reached", "Langkah tercapai"), say("11 of 12", "11 dari 12"), 0.916F},
                      {say("Replies used", "Tanggapan terpakai"), say("47 of 54", "47 dari 54"), 0.87F}};
        p.summary = say("Not reached: clarification-2. Seven replies were never picked.",
                        "Tidak tercapai: klarifikasi-2. Tujuh tanggapan tidak pernah terpilih.");
        p.summary_tint = app::Tint::Return;
        p.list = button("author.list-them", "", app::action::ListPlayersNotes{});
        const app::Button way{say("Copy the way there", "Salin jalan ke sana"),
                              "",
                              "content-copy",
                              true,
                              "",
                              app::action::CopyText{"next"}};
        p.notes = {{p.summary, app::Tint::Return, app::action::ShowInText{"scenario.yaml", 5}, way},
                   {p.summary, app::Tint::Return, {}, {}}};
    }

    void list(app::AuthorFormView& f) const {
        f.count = "9";
        for (const char* code : {"KS-S1", "KS-P1", "KS-P2", "KS-P3", "KS-O1", "PA-S1", "PA-P1", "PA-O1", "PA-O2"}) {
            const bool here = std::string(code) == "KS-O1";
            f.rows.push_back({code,
                              here ? say("Births at a health facility", "Persalinan di fasilitas kesehatan")
                                   : say("Complaint service of the health centres", "Layanan pengaduan puskesmas"),
                              here ? "alert" : "check-circle", here ? app::Tint::Return : app::Tint::Ok,
                              here ? "2" : "", "", here, app::action::SelectFormIndicator{code}});
        }
        f.add_indicator = button("author.add-indicator", "", app::action::AskAddIndicator{}, "plus");
        f.links = {{app::FormSection::Steps, "view-headline", key("author.steps-and-actions"), false,
                    app::action::SelectFormSection{1}},
                   {app::FormSection::Evidence, "file-multiple", key("author.evidence-n", {{"n", 19}}), false,
                    app::action::SelectFormSection{2}},
                   {app::FormSection::Panel, "account-multiple", key("author.panel-n", {{"n", 12}}), false,
                    app::action::SelectFormSection{3}},
                   {app::FormSection::Letter, "email", key("author.letter"), false, app::action::SelectFormSection{4}}};
    }

    [[nodiscard]] app::FormTextView words(std::string text) const {
        app::FormTextView v;
        v.languages[0] = choice("Indonesia", lang_ == base::Lang::Id, app::action::SetFormLanguage{base::Lang::Id});
        v.languages[1] = choice("English", lang_ == base::Lang::En, app::action::SetFormLanguage{base::Lang::En});
        v.lang = lang_;
        v.text = std::move(text);
        return v;
    }

    [[nodiscard]] std::vector<app::Choice> verdicts(int chosen) const {
        return {choice(say("Accept", "Terima"), chosen == 0, app::action::SetReferenceVerdict{domain::Verdict::Accept},
                       "check", app::Tint::Ok),
                choice(say("Return", "Kembalikan"), chosen == 1,
                       app::action::SetReferenceVerdict{domain::Verdict::Return}, "undo-variant", app::Tint::Return),
                choice(say("Reject", "Tolak"), chosen == 2, app::action::SetReferenceVerdict{domain::Verdict::Reject},
                       "close", app::Tint::Reject)};
    }

    void rules(app::IndicatorForm& f) const {
        const std::pair<const char*, std::string> all[]{
            {"E-1", say("Endorsed by the right official", "Disahkan pejabat yang berwenang")},
            {"T-2", say("Right data year", "Tahun data tepat")},
            {"I-1", say("Matches what is asked", "Sesuai yang diminta")},
            {"H-3", say("Number and unit are stated", "Angka dan satuan disebut")},
            {"H-1", say("Arithmetic holds", "Hitungannya benar")},
            {"S-2", say("Right authority and source", "Instansi dan sumber tepat")}};
        int n = 0;
        for (const auto& [code, label] : all) {
            const int state = n == 2 ? 2 : n < 4 ? 0 : 1;
            ++n;
            f.checklist.push_back(
                {code,
                 label,
                 label,
                 {choice(key("author.holds"), state == 0, app::action::SetReferenceCheck{code, app::CheckState::Holds},
                         "check", app::Tint::Ok),
                  choice(key("author.fails"), state == 1, app::action::SetReferenceCheck{code, app::CheckState::Fails},
                         "close", app::Tint::Reject),
                  choice(key("author.open-state"), state == 2,
                         app::action::SetReferenceCheck{code, app::CheckState::Open})}});
        }
    }

    void answers(app::IndicatorForm& f) const {
        using app::AnswerKind;
        for (int score = 0; score <= 10; score += 2)
            f.map.scores.push_back(std::to_string(score));
        const auto cell = [&](const char* label, AnswerKind kind) {
            return app::AnswerCell{kind == AnswerKind::Key   ? key("author.key-cell")
                                   : kind == AnswerKind::Gap ? key("author.gap-cell")
                                                             : label,
                                   label, kind,
                                   kind == AnswerKind::Gap ? app::Action(app::action::WriteReply{6, {}})
                                                           : app::Action(app::action::OpenReply{0})};
        };
        const auto met = AnswerKind::Met;
        f.map.rows = {{"check",
                       say("Accept", "Terima"),
                       {cell("3 + 4", met), cell("3 + 4", met), cell("3 + 4", met), cell("4", AnswerKind::PartGap),
                        cell("4", met), cell("1 + 4", met)}},
                      {"undo-variant",
                       say("Return", "Kembalikan"),
                       {cell("3", met), cell("3", met), cell("3", met), cell("", AnswerKind::Gap),
                        cell("", AnswerKind::Key), cell("1", met)}},
                      {"close",
                       say("Reject", "Tolak"),
                       {cell("3 + 5", met), cell("3 + 5", met), cell("3 + 5", met), cell("5", AnswerKind::PartGap),
                        cell("5", met), cell("1 + 5", met)}}};
        f.gaps = {key("author.gaps-n", {{"n", 1}}), "alert", app::Tint::Return};
        const auto reply = [&](const char* n, std::string when, const char* rule, int item, bool gap) {
            app::ReplyRow r;
            r.number = n, r.condition = std::move(when), r.rule = rule, r.item = item, r.gap = gap;
            r.line = gap ? say("Not written yet. Three of 18 answers would get no reason.",
                               "Belum ditulis. Tiga dari 18 jawaban tidak mendapat alasan.")
                         : say("The six sub-districts on page 2 add up to 6,279, not 6,729",
                               "Keenam kecamatan di halaman 2 berjumlah 6.279, bukan 6.729");
            if (!gap) r.languages = "id en";
            if (gap) r.write = button("author.write-it", "", app::action::WriteReply{6, {}});
            r.why = words(r.line);
            r.type.label = say("Arithmetic", "Aritmetika"), r.rule_menu.label = "H-1";
            r.type.options = r.rule_menu.options = {choice("H-1", true, app::action::SetReply{item, {}, "arithmetic"})};
            r.remove = button("author.remove", "Delete", app::action::RemoveReply{item}, "delete");
            r.to_text = button("author.show-in-text", "", app::action::ShowInText{"indicators/KS-O1.yaml", 40});
            r.action = app::action::OpenReply{item};
            if (!gap) r.up = app::action::MoveReply{item, -1}, r.down = app::action::MoveReply{item, 1};
            f.replies.push_back(std::move(r));
        };
        reply("1", say("Score above 8", "Nilai di atas 8"), "H-1", 0, false);
        reply("–", say("Score is 6", "Nilai 6"), "S-1", -1, true);
        reply("3", say("Score below 6", "Nilai di bawah 6"), "N-2", 1, false);
        reply("4", say("Verdict accept", "Putusan terima"), "H-1", 2, false);
        reply("5", say("Verdict reject", "Putusan tolak"), "V-1", 3, false);
    }

    [[nodiscard]] app::IndicatorForm indicator() const {
        app::IndicatorForm f;
        f.code = "KS-O1";
        f.code_line = say("KS-O1, Outcome", "KS-O1, Hasil");
        f.title = say("Births at a health facility", "Persalinan di fasilitas kesehatan");
        f.figure = {say("6,279 / 6,940 = 90.5, band from 90", "6.279 / 6.940 = 90,5, rentang mulai 90"), "check-circle",
                    app::Tint::Ok};
        f.verdicts = verdicts(1);
        int n = 0;
        for (const char* bound : {"≥0", "≥70", "≥80", "≥85", "≥90", "≥95"}) {
            f.scores.push_back({std::to_string(n * 2), bound, "", n == 4, "", app::action::SetReferenceScore{n * 2}});
            ++n;
        }
        f.why = words(say(
            "The column of births adds up to 6,279, not 6,729 (rule H-1), and the target is the office’s own estimate "
            "(rule S-1).",
            "Kolom persalinan berjumlah 6.279, bukan 6.729 (aturan H-1), dan sasarannya estimasi dinas (aturan S-1)."));
        rules(f);
        f.rests_on = {{{say("Births p. 2", "Persalinan hlm. 2"), "", app::Tint::Neutral},
                       "6.729",
                       app::action::ShowDraftPage{"persalinan", 2},
                       app::action::RemoveRestsOn{0}},
                      {{say("Births p. 3", "Persalinan hlm. 3"), "", app::Tint::Neutral},
                       "3.118",
                       app::action::ShowDraftPage{"persalinan", 3},
                       app::action::RemoveRestsOn{1}},
                      {{"Dukcapil", "", app::Tint::Neutral},
                       "6.940",
                       app::action::ShowDraftPage{"jawaban-dukcapil", 1},
                       app::action::RemoveRestsOn{2}}};
        f.pick = button("author.pick", "", app::action::TogglePicking{0}, "plus");
        f.add_near = button("author.add-near", "", app::action::AddNear{}, "plus");
        f.near_hint = say("None yet. The panel gave Return 6 twice and Return 0 once. Can one be defended as a whole?",
                          "Belum ada. Panel memberi Kembalikan 6 dua kali dan Kembalikan 0 sekali. Dapatkah salah "
                          "satunya dipertahankan?");
        f.near_hint_button =
            app::Button{say("Read why", "Baca alasan"), "", "", true, "", app::action::SelectFormSection{3}};
        answers(f);
        return f;
    }

    void page(app::FormPageView& f) const {
        draft_page(f.page, true);
        f.pick.button = button("author.pick-on-page", "M", app::action::TogglePicking{}, "marker");
        f.pick.uses = {choice(say("What the reference rests on", "Tumpuan acuan"), false, {}),
                       choice(say("A new problem: Arithmetic", "Masalah baru: Aritmetika"), false, {})};
        f.problems_line =
            say("2, both with the passage that shows them", "2, keduanya dengan bagian yang menunjukkannya");
        app::ProblemForm p;
        p.number = 1;
        p.title = say("Arithmetic", "Aritmetika");
        p.rule = say("rule H-1", "aturan H-1");
        p.quote = "“6.729”";
        p.where = say("Births p. 2, once on the page", "Persalinan hlm. 2, sekali di halaman");
        p.also = say("Also: “95,0” p. 2 and p. 1. Or: Figures disagree",
                     "Juga: “95,0” hlm. 2 dan hlm. 1. Atau: Angka berselisih");
        p.icon = "check-circle";
        p.type.label = p.title, p.rule_menu.label = "H-1";
        p.type.options = p.rule_menu.options = {choice("H-1", true, app::action::SetProblem{0, {}, "arithmetic"})};
        p.why = words("…");
        p.also_places = {{{"p. 1", "", app::Tint::Neutral},
                          "95,0",
                          app::action::ShowDraftPage{"persalinan", 1},
                          app::action::RemoveAlso{0, 0}}};
        p.pick_also = button("author.pick", "", app::action::TogglePicking{2}, "plus");
        p.remove = button("author.remove", "", app::action::RemoveProblem{0}, "delete");
        p.action = app::action::SelectProblem{0};
        f.problems = {p, p};
        f.problems[1].number = 2;
        f.problems[1].action = app::action::SelectProblem{1};
        f.add_problem.label = key("author.add-problem");
        f.add_problem.options = {choice(p.title, false, app::action::AddProblem{"arithmetic"})};
        f.hints = {
            {"alert",
             app::Tint::Return,
             say("“7.080” stands once on page 2 and may be marked",
                 "“7.080” ada sekali di halaman 2 dan mungkin ditandai"),
             say("Add it to problem 2, or to the fair remarks.", "Tambahkan ke masalah 2, atau ke catatan yang wajar."),
             {{say("Add to 2", "Tambah ke 2"), "", "", true, "", app::action::SelectProblem{1}}}}};
    }

    const base::Catalogue& words_;
    base::Lang lang_;
};

} // namespace timbang::test
