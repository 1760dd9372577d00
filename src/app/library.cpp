#include "app/library.h"

#include <algorithm>

#include "content/scenario/source.h"

namespace timbang::app {
namespace {

using Frameworks = std::map<std::string, std::shared_ptr<const domain::Framework>>;

constexpr std::size_t kKept = 3;
constexpr int kReportEvery = 25;

store::IndexedCase indexed(const content::ScenarioCard& card, base::FileStamp stamp) {
    return {card.folder,  card.id,    card.version, card.title,   card.district,   card.framework, card.purpose,
            card.about,   card.level, card.guided,  card.minutes, card.indicators, card.broken,    card.sealed, stamp};
}

std::optional<base::Finding> first_error(const base::Diagnostics& findings) {
    for (const base::Finding& finding : findings)
        if (finding.severity == base::Severity::Error) return finding;
    return std::nullopt;
}

void read_frameworks(const std::string& folder, Frameworks& into) {
    for (const std::string& name : base::list_folder(folder)) {
        if (name.size() < 5 || name.substr(name.size() - 5) != ".yaml") continue;
        const content::LoadedFramework loaded = content::load_framework(base::join_path(folder, name));
        if (loaded.framework) into.emplace(loaded.framework->reference(), loaded.framework);
    }
}

bool inside(const std::string& path, const std::vector<std::string>& folders) {
    return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) {
        return path == folder || path.compare(0, folder.size() + 1, folder + "/") == 0;
    });
}

} // namespace

/// What the background found, handed over at once.
struct Library::Found {
    std::vector<LibraryEntry> entries;
    Frameworks frameworks;
};

void Library::set_folders(std::vector<std::string> case_folders, std::vector<std::string> framework_folders) {
    case_folders_ = std::move(case_folders);
    framework_folders_ = std::move(framework_folders);
    std::erase_if(entries_, [&](const LibraryEntry& entry) { return !inside(entry.card.folder, case_folders_); });
    if (entries_.empty() && ports_.record)
        for (store::IndexedCase& card : ports_.record->library_index())
            if (inside(card.folder, case_folders_)) {
                entries_.emplace_back();
                entries_.back().card = std::move(card);
            }
    ++revision_;
}

content::CheckContext Library::context() const {
    content::CheckContext check;
    check.framework_folders = framework_folders_;
    return check;
}

void Library::scan() {
    handle_.stop();
    scanning_ = true;
    done_ = total_ = 0;
    ++revision_;
    const std::uint64_t round = ++round_;
    handle_ = tasks_.start([this, round, cases = case_folders_, frameworks = framework_folders_, known = entries_,
                            check = context()](Tasks::Context& task) {
        auto found = std::make_shared<Found>();
        std::vector<std::string> folders;
        for (const std::string& folder : cases) {
            for (std::string& one : content::find_scenarios(folder))
                folders.push_back(std::move(one));
            read_frameworks(base::join_path(folder, "frameworks"), found->frameworks);
        }
        for (const std::string& folder : frameworks)
            read_frameworks(folder, found->frameworks);
        const int total = static_cast<int>(folders.size());
        for (int i = 0; i < total && !task.stopped(); ++i) {
            const std::string& folder = folders[static_cast<std::size_t>(i)];
            const base::FileStamp stamp = base::file_stamp(content::main_file(folder));
            LibraryEntry entry;
            const auto old = std::find_if(known.begin(), known.end(), [&](const LibraryEntry& other) {
                return other.card.folder == folder && other.card.stamp == stamp;
            });
            if (old != known.end())
                entry.card = old->card;
            else
                entry.card = indexed(content::read_card(folder), stamp);
            if (!entry.card.broken.empty()) entry.trouble = first_error(content::load_scenario(folder, check).findings);
            found->entries.push_back(std::move(entry));
            if (i % kReportEvery == 0)
                task.deliver([this, round, i, total] {
                    if (round != round_) return;
                    done_ = i;
                    total_ = total;
                    ++revision_;
                });
        }
        const bool whole = !task.stopped();
        task.deliver([this, round, whole, found] {
            if (round != round_) return;
            scanning_ = false;
            ++revision_;
            if (whole) take_in(found);
        });
    });
}

void Library::take_in(std::shared_ptr<Found> found) {
    frameworks_ = std::move(found->frameworks);
    entries_ = std::move(found->entries);
    std::vector<store::IndexedCase> cards;
    for (LibraryEntry& entry : entries_) {
        fill(entry);
        cards.push_back(entry.card);
    }
    if (ports_.record) ports_.record->save_library_index(cards);
}

void Library::fill(LibraryEntry& entry) const {
    const domain::Framework* pack = framework(entry.card.framework);
    if (!pack) return;
    for (const domain::Criterion& criterion : pack->criteria)
        for (const std::string& code : entry.card.indicators) {
            const domain::Indicator* indicator = pack->indicator(code);
            if (!indicator || indicator->criterion != criterion.id) continue;
            entry.types[static_cast<int>(indicator->type)] = true;
            if (entry.criteria.empty() || entry.criteria.back() != criterion.id) entry.criteria.push_back(criterion.id);
        }
}

void Library::stop() {
    handle_.stop();
    if (!scanning_) return;
    scanning_ = false;
    ++round_;
    ++revision_;
}

const LibraryEntry* Library::entry(const std::string& folder) const {
    for (const LibraryEntry& entry : entries_)
        if (entry.card.folder == folder) return &entry;
    return nullptr;
}

const LibraryEntry* Library::with_id(const std::string& scenario) const {
    for (const LibraryEntry& entry : entries_)
        if (entry.card.id == scenario) return &entry;
    return nullptr;
}

const domain::Framework* Library::framework(const std::string& reference) const {
    const auto found = frameworks_.find(reference);
    return found == frameworks_.end() ? nullptr : found->second.get();
}

void Library::keep_open(const std::string& folder, content::CaseFolder opened) {
    unsealed_[folder] = {std::move(opened), base::file_stamp(content::main_file(folder))};
    forget(folder);
}

const content::CaseFolder* Library::opened(const std::string& folder) const {
    const auto found = unsealed_.find(folder);
    if (found == unsealed_.end() || !(found->second.stamp == base::file_stamp(content::main_file(folder)))) return nullptr;
    return &found->second.where;
}

base::Result<std::string> Library::read_file(const std::string& path, std::size_t limit) {
    for (const auto& [folder, kept] : unsealed_)
        if (path.size() > folder.size() && path[folder.size()] == '/' && path.starts_with(folder))
            return kept.where.source->read(path.substr(folder.size() + 1), limit);
    return files_.read(path, limit);
}

base::Result<std::shared_ptr<const domain::Scenario>> Library::open(const std::string& folder) {
    const base::FileStamp stamp = base::file_stamp(content::main_file(folder));
    for (const Kept& kept : kept_)
        if (kept.folder == folder && kept.stamp == stamp) return kept.scenario;
    const content::CaseFolder* where = opened(folder);
    const content::LoadedScenario loaded =
        where != nullptr ? content::load_scenario(*where, context()) : content::load_scenario(folder, context());
    const auto trouble = first_error(loaded.findings);
    for (LibraryEntry& entry : entries_)
        if (entry.card.folder == folder && (trouble.has_value() || entry.trouble)) {
            entry.trouble = trouble;
            ++revision_;
        }
    if (!loaded.scenario) {
        last_trouble_ = trouble;
        if (loaded.sealed) return base::Error("case-sealed", {{"path", folder}});
        return base::Error(trouble ? "case-broken" : "case-missing", {{"path", folder}});
    }
    std::erase_if(kept_, [&](const Kept& kept) { return kept.folder == folder; });
    kept_.insert(kept_.begin(), {folder, loaded.scenario, stamp});
    if (kept_.size() > kKept) kept_.pop_back();
    return loaded.scenario;
}

} // namespace timbang::app
