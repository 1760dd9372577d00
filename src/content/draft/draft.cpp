#include "content/draft.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace timbang::content {

namespace {

base::Error bad_edit(const std::string& path) { return base::Error("draft-bad-edit", {{"path", path}}); }

bool between_letters(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80;
}

/// The least stretch that differs: moves `at` forward and fills in both sides.
void narrow(std::string_view from, std::string_view to, std::size_t& at, std::string& before, std::string& after) {
    auto begin = static_cast<std::size_t>(std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin());
    while (!between_letters(from, begin) || !between_letters(to, begin)) --begin;
    const auto left = static_cast<std::ptrdiff_t>(begin);
    auto end = static_cast<std::size_t>(
        std::mismatch(from.rbegin(), from.rend() - left, to.rbegin(), to.rend() - left).first - from.rbegin());
    while (!between_letters(from, from.size() - end) || !between_letters(to, to.size() - end)) --end;
    at += begin;
    before = from.substr(begin, from.size() - end - begin);
    after = to.substr(begin, to.size() - end - begin);
}

/// A relative path of plain names.
bool good_path(std::string_view path) {
    constexpr std::size_t kLongest = 400;
    if (path.empty() || path.size() > kLongest || base::invalid_utf8(path)) return false;
    for (const char c : path)
        if (static_cast<unsigned char>(c) < ' ' || c == '\\' || c == ':') return false;
    while (true) {
        const std::size_t slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        if (name.empty() || name.front() == '.' || name.front() == ' ' || name.back() == ' ') return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

} // namespace

Draft::Draft(const DiskState& disk) {
    for (const DiskFile& file : disk)
        files_[file.path] = File{file.text, true, file.text != nullptr, file.text, file.hash};
}

const Draft::File* Draft::there(std::string_view path) const {
    const auto found = files_.find(path);
    return found == files_.end() || !found->second.there ? nullptr : &found->second;
}

bool Draft::differs(const File& file) {
    if (file.there != !file.hash.empty()) return true;
    if (!file.there || file.text == file.saved) return false;
    return file.text == nullptr || file.saved == nullptr || *file.text != *file.saved;
}

std::vector<DraftFile> Draft::files() const {
    std::vector<DraftFile> list;
    for (const auto& [path, file] : files_) {
        const bool clashing =
            std::any_of(clashes_.begin(), clashes_.end(), [&, &at = path](const Clash& clash) { return clash.path == at; });
        if (file.there || clashing) list.push_back({path, file.is_text, differs(file), clashing});
    }
    return list;
}

const std::string* Draft::text(std::string_view path) const {
    const File* file = there(path);
    return file == nullptr || !file->is_text ? nullptr : file->text.get();
}

std::shared_ptr<const DraftTexts> Draft::snapshot() const {
    auto texts = std::make_shared<DraftTexts>();
    texts->version = version_;
    for (const auto& [path, file] : files_) {
        if (file.there && file.text != nullptr) texts->texts.emplace(path, file.text);
        if (!file.there && !file.hash.empty()) texts->removed.push_back(path);
    }
    return texts;
}

bool Draft::unsaved() const {
    return std::any_of(files_.begin(), files_.end(), [](const auto& entry) { return differs(entry.second); });
}

bool Draft::unsaved(std::string_view path) const {
    const auto found = files_.find(path);
    return found != files_.end() && differs(found->second);
}

base::Status Draft::apply(const EditGroup& edits, base::Time now) {
    Group group{edits.label, {}, edits.typing, now};
    for (const TextEdit& edit : edits.edits) {
        const std::string* at = text(edit.path);
        if (at == nullptr || edit.begin > edit.end || edit.end > at->size() || base::invalid_utf8(edit.text) ||
            !between_letters(*at, edit.begin) || !between_letters(*at, edit.end)) {
            for (auto change = group.changes.rbegin(); change != group.changes.rend(); ++change) reverse(*change);
            return bad_edit(edit.path);
        }
        const std::string_view from = std::string_view(*at).substr(edit.begin, edit.end - edit.begin);
        Change change{Step::Splice, edit.path, edit.begin, "", ""};
        if (from == edit.text) continue;
        narrow(from, edit.text, change.at, change.before, change.after);
        perform(change);
        group.changes.push_back(std::move(change));
    }
    record(std::move(group));
    return {};
}

base::Status Draft::replace(const std::string& label, const std::string& path, std::string_view text, base::Time now) {
    if (this->text(path) == nullptr || base::invalid_utf8(text)) return bad_edit(path);
    Group group{label, {}, false, now};
    set_text(group, path, std::make_shared<const std::string>(text));
    record(std::move(group));
    return {};
}

void Draft::set_text(Group& group, const std::string& path, const Shared& text, bool is_text) {
    const File* file = there(path);
    Change change{Step::Splice, path, 0, "", "", is_text};
    if (file == nullptr && text == nullptr) return;
    if (file == nullptr) {
        change.step = Step::Create;
        change.after = *text;
    } else if (text == nullptr) {
        change.step = Step::Remove;
        change.before = file->text == nullptr ? "" : *file->text;
        change.is_text = file->is_text;
    } else {
        const std::string_view from = file->text == nullptr ? std::string_view() : *file->text;
        const std::string_view to = *text;
        if (from == to) return;
        narrow(from, to, change.at, change.before, change.after);
    }
    perform(change);
    group.changes.push_back(std::move(change));
}

base::Status Draft::free_path(const std::string& path, const std::string& but_for) const {
    if (!good_path(path)) return base::Error("draft-bad-path", {{"path", path}});
    const std::string folded = base::fold_case(path);
    for (const auto& [known, file] : files_)
        if (file.there && known != but_for && base::fold_case(known) == folded)
            return base::Error("draft-file-exists", {{"path", known}});
    return {};
}

base::Status Draft::create(const std::string& path, std::string text, base::Time now) {
    if (base::Status is_free = free_path(path, ""); !is_free) return is_free;
    Group group{"author.undo-create", {}, false, now};
    const bool is_text = !base::invalid_utf8(text) && text.find('\0') == std::string::npos;
    set_text(group, path, std::make_shared<const std::string>(std::move(text)), is_text);
    record(std::move(group));
    return {};
}

base::Status Draft::rename(const std::string& from, const std::string& to, base::Time now) {
    const File* file = there(from);
    if (file == nullptr || file->text == nullptr) return base::Error("draft-no-file", {{"path", from}});
    if (from == to) return {};
    if (base::Status is_free = free_path(to, from); !is_free) return is_free;
    Group group{"author.undo-rename", {}, false, now};
    const Shared text = file->text;
    const bool is_text = file->is_text;
    set_text(group, from, nullptr);
    set_text(group, to, text, is_text);
    record(std::move(group));
    return {};
}

base::Status Draft::remove(const std::string& path, base::Time now) {
    const File* file = there(path);
    if (file == nullptr || file->text == nullptr) return base::Error("draft-no-file", {{"path", path}});
    Group group{"author.undo-remove", {}, false, now};
    set_text(group, path, nullptr);
    record(std::move(group));
    return {};
}

} // namespace timbang::content
