#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/text.h"
#include "content/library.h"
#include "domain/readiness.h"
#include "domain/scenario.h"

namespace timbang::app {

/// What reports need beside the record. The window fills it from its library, the command line from `ReportShelf`.
struct ReportSources {
    /// The case with this id; null where it is not at hand, or sealed.
    std::function<std::shared_ptr<const domain::Scenario>(const std::string& id)> scenario;
    /// Title of a case, a reading, a policy or its pool; empty where it is not known.
    std::function<base::Text(const std::string& id)> title;
    std::map<std::string, std::shared_ptr<const domain::Framework>> frameworks; ///< by reference, "practice-22-2021@1"
    /// The policy of readiness checks with this id; null where it is not at hand. May be not set.
    std::function<std::shared_ptr<const domain::ReadinessPolicy>(const std::string& id)> policy;
    base::Lang lang = base::Lang::En;
    base::Time now{};
};

/// Cases and rule packs of folders, read when they are asked for. For programs without a library.
class ReportShelf {
public:
    /// Cases at or below `case_folders`; rule packs in the folders of `context`.
    ReportShelf(std::vector<std::string> case_folders, content::CheckContext context);
    ReportShelf(const ReportShelf&) = delete;
    ReportShelf& operator=(const ReportShelf&) = delete;

    /// A case that is open already: a sealed one cannot be read again here.
    void keep(std::shared_ptr<const domain::Scenario> scenario);
    /// Refers to this shelf, which outlives it.
    [[nodiscard]] ReportSources sources(base::Lang lang, base::Time now);

private:
    struct Card {
        std::string folder, id;
        base::Text title;
    };
    void read_cards();
    [[nodiscard]] std::string folder_of(const std::string& id);
    /// Title of a reading, a policy or its pool.
    [[nodiscard]] base::Text title_beside(const std::string& id) const;

    std::vector<std::string> case_folders_;
    content::CheckContext context_;
    bool read_ = false;
    std::vector<Card> cards_;
    std::map<std::string, std::shared_ptr<const domain::Scenario>> open_;
};

} // namespace timbang::app
