#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "store/export_lines.h"

// Inside this module only.

namespace timbang::store {

/// Other ids and codes in place of those of the record: the same within one export, made with a secret that is forgotten
/// with this object. Who has the export alone cannot turn them back; who has the record can still compare times.
class Pseudonyms {
public:
    Pseudonyms();

    /// Another id. "" stays "".
    [[nodiscard]] std::string id(std::string_view id) const;
    /// A code for somebody: of another person or seat, another one.
    [[nodiscard]] std::string code(std::string_view prefix, std::string_view of) const;
    /// Rewrites an event of a session: its id, and everything in the payload that names a person, a seat, a session or a
    /// device. Free texts go; the payload of a type that is not known here is withheld, since it may say anything.
    void rewrite(EventLine& event, const std::string& session, std::string& payload) const;
    /// People whose ids are to be replaced wherever they stand.
    void add_person(const std::string& id) { people_.insert(id); }

private:
    [[nodiscard]] std::string digest(std::string_view text) const;
    void rewrite(nlohmann::json& value, const std::string& key, const std::string& session) const;

    std::string secret_;
    std::set<std::string, std::less<>> people_;
    std::set<std::string, std::less<>> known_;
};

} // namespace timbang::store
