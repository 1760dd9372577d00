#include <algorithm>

#include "base/files.h"
#include "content/beside.h"
#include "content/framework/reader.h"
#include "content/policies.h"
#include "content/policy/shapes.h"
#include "content/scenario/files.h"

namespace timbang::content {

using domain::CriticalProblem;
using domain::ReadinessPolicy;
using yaml::Fields;
using yaml::Node;

namespace {

std::string folder_of(const std::string& path) {
    const std::string folder = base::parent_path(path);
    return folder.empty() ? "." : folder;
}

class PolicyReader {
public:
    PolicyReader(const std::string& path, const CheckContext& context, base::Diagnostics& findings)
        : path_(path), context_(context), findings_(findings) {}

    ReadinessPolicy read(const Node& root) {
        Fields fields(root, findings_, format::kPolicy);
        if (!fields.valid()) return {};
        check_format(fields, findings_);
        policy_.id = fields.id("id");
        policy_.version = fields.word("version");
        policy_.title = fields.text("title");
        policy_.framework = fields.word("framework");
        if (const Node* node = root.get("framework")) framework_ = named_framework(*node, path_, context_, findings_);
        policy_.draw = fields.whole("draw", policy_.draw);
        policy_.minutes = fields.whole("minutes", 0);
        if (const Node* node = fields.find("exact")) exact(*node);
        if (const Node* node = fields.find("direction")) direction(*node);
        for (const Node* node : fields.list("critical")) critical(*node);
        policy_.sound = fields.whole("sound", 0);
        policy_.tries = fields.whole("tries", policy_.tries);
        policy_.cooling_days = fields.whole("cooling_off_days", policy_.cooling_days);
        policy_.valid_months = fields.whole("valid_months", policy_.valid_months);
        if (const Node* node = fields.find("recheck")) recheck(*node);
        policy_.pool = fields.word("pool");
        fields.finish();
        check_draw(root);
        if (const Node* node = root.get("pool")) check_pool(*node);
        return std::move(policy_);
    }

private:
    void exact(const Node& node) {
        Fields fields(node, findings_, format::kPolicyExact);
        policy_.exact_share = fields.whole("share", policy_.exact_share);
        policy_.exact_reading = fields.word("reading");
        fields.finish();
    }
    void direction(const Node& node) {
        Fields fields(node, findings_, format::kPolicyDirection);
        if (const Node* points = fields.find("points")) {
            const auto limit = yaml::as_number(*points, findings_);
            if (limit && *limit < domain::Rational(0)) yaml::add_bad_value(findings_, *points, "number");
            else if (limit) policy_.bias = *limit;
        }
        policy_.bias_reading = fields.word("reading");
        fields.finish();
    }
    void critical(const Node& node) {
        Fields fields(node, findings_, format::kPolicyCritical);
        CriticalProblem one;
        if (const Node* type = fields.find("problem")) one.type = problem_type(*type);
        if (const Node* found = fields.find("found")) need(*found, one);
        one.drawn = fields.whole("drawn", 1);
        one.reading = fields.word("reading");
        fields.finish();
        const bool twice = std::any_of(policy_.critical.begin(), policy_.critical.end(),
                                       [&](const CriticalProblem& other) { return other.type == one.type; });
        if (twice && !one.type.empty()) yaml::add_error(findings_, node.span(), "duplicate-id", {{"id", one.type}});
        policy_.critical.push_back(std::move(one));
    }
    std::string problem_type(const Node& node) {
        const std::string id(node.text);
        if (framework_ == nullptr) return id;
        const domain::ProblemType* type = framework_->problem_type(id);
        if (type == nullptr) {
            std::vector<std::string> ids;
            for (const domain::ProblemType& known : framework_->problem_types) ids.push_back(known.id);
            add_unknown(findings_, node.span(), "unknown-problem-type", id, ids);
        } else if (type->kind != domain::ProblemKind::Evidence) {
            yaml::add_error(findings_, node.span(), "judgement-as-problem", {{"id", id}});
        }
        return id;
    }
    void need(const Node& node, CriticalProblem& one) {
        if (node.is_scalar() && node.text == "all") return;
        if (node.is_scalar() && node.text == "all-but-one") {
            one.found = domain::FoundNeed::AllButOne;
            return;
        }
        one.found = domain::FoundNeed::Share;
        base::Diagnostics ignored;
        const auto share = yaml::as_whole(node, 1, 100, ignored);
        if (share) one.share = *share;
        else yaml::add_bad_value(findings_, node, "found");
    }
    void recheck(const Node& node) {
        Fields fields(node, findings_, format::kPolicyRecheck);
        policy_.recheck_after_months = fields.whole("after_months", 0);
        policy_.recheck_within_days = fields.whole("within_days", policy_.recheck_within_days);
        policy_.recheck_draw = fields.whole("draw", 0);
        fields.finish();
        if (policy_.recheck_after_months >= policy_.valid_months)
            yaml::add_error(findings_, node.span(), "recheck-too-late",
                            {{"months", std::int64_t{policy_.recheck_after_months}},
                             {"valid", std::int64_t{policy_.valid_months}}});
    }
    /// Critical items and sound ones exclude each other: together they have to fit into a draw.
    void check_draw(const Node& root) {
        std::int64_t together = policy_.sound;
        for (const CriticalProblem& one : policy_.critical) together += one.drawn;
        const Node* draw = root.get("draw");
        if (draw != nullptr && together > policy_.draw)
            yaml::add_error(findings_, draw->span(), "draw-too-small",
                            {{"draw", std::int64_t{policy_.draw}}, {"needed", together}});
    }
    void check_pool(const Node& node) {
        const std::string path = base::join_path(folder_of(path_), policy_.pool);
        if (policy_.pool.empty()) return;
        if (policy_.pool.front() == '/' || policy_.pool.find("..") != std::string::npos)
            return yaml::add_error(findings_, node.span(), "path-leaves-folder", {{"path", policy_.pool}});
        if (base::file_kind(path) == base::FileKind::Missing)
            return yaml::add_warning(findings_, node.span(), "pool-missing", {{"path", policy_.pool}});
        const ScenarioCard card = read_card(path);
        if (card.broken.empty() && card.purpose != domain::Purpose::Pool)
            yaml::add_error(findings_, node.span(), "pool-is-a-case", {{"path", policy_.pool}});
    }

    const std::string& path_;
    const CheckContext& context_;
    base::Diagnostics& findings_;
    std::shared_ptr<const domain::Framework> framework_;
    ReadinessPolicy policy_;
};

} // namespace

LoadedPolicy load_policy(const std::string& path, const CheckContext& context) {
    LoadedPolicy loaded;
    loaded.path = path;
    ReadinessPolicy policy;
    const bool whole = read_alone(path, context, loaded.findings, [&](const Node& root) {
        policy = PolicyReader(path, context, loaded.findings).read(root);
    });
    if (whole) loaded.policy = std::make_shared<const ReadinessPolicy>(std::move(policy));
    return loaded;
}

std::vector<std::string> find_policies(const std::string& folder) {
    std::vector<std::string> found;
    for (const std::string& name : base::list_folder(folder)) {
        if (!name.ends_with(".yaml")) continue;
        Files files(std::make_shared<FolderSource>(folder), Hashes::Skip);
        base::Diagnostics ignored;
        const auto root = files.yaml(name, {name, {}, {}}, ignored);
        const Node* kind = root && root->is_mapping() ? root->get("kind") : nullptr;
        if (kind != nullptr && kind->text == "policy") found.push_back(base::join_path(folder, name));
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string pool_path(const LoadedPolicy& loaded) {
    return loaded.policy == nullptr ? "" : base::join_path(folder_of(loaded.path), loaded.policy->pool);
}

base::Result<Pool> open_pool(const LoadedPolicy& loaded, const CheckContext& context) {
    const std::string path = pool_path(loaded);
    if (path.empty() || base::file_kind(path) == base::FileKind::Missing) return base::Error("pool-missing", {{"path", path}});
    CaseFolder where = case_folder(path, context.openers);
    if (where.trouble) return *where.trouble;
    if (where.sealed) return base::Error("pool-sealed", {{"path", path}});
    LoadedScenario pool = load_scenario(where, context);
    if (pool.scenario == nullptr) return base::Error("pool-broken", {{"path", path}});
    if (pool.scenario->purpose != domain::Purpose::Pool) return base::Error("not-a-pool", {{"path", path}});
    return Pool{std::move(pool.scenario), std::move(where)};
}

} // namespace timbang::content
