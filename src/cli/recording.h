#pragma once

#include <memory>
#include <vector>

#include "cli/context.h"
#include "domain/event.h"
#include "store/stored_event.h"

namespace timbang::cli {

/// A session that is kept in the records while it is played.
class Recording {
public:
    /// Opens the records of the context's data folder and begins a session for `options.person` (the local person
    /// without one). Automatic players are kept too, and never count towards progress.
    [[nodiscard]] static base::Result<Recording> start(const Context& context, const domain::Scenario& scenario,
                                                       const PlayOptions& options);
    /// Goes on with the newest session of this case that the person has left open; `before` is what happened in it.
    /// Codes: "nothing-to-resume", those of the records.
    [[nodiscard]] static base::Result<Recording> resume(const Context& context, const domain::Scenario& scenario,
                                                        const PlayOptions& options, std::vector<domain::Event>& before);
    Recording(Recording&&) noexcept;
    Recording& operator=(Recording&&) noexcept;
    ~Recording();

    /// Returns once the events are durable; false when they could not be kept, then `error` says why.
    /// `also`: what happened besides, written together with the last of them; ids, places and times are given here.
    [[nodiscard]] bool keep(const std::vector<domain::Event>& events, std::vector<store::StoredEvent> also = {});
    [[nodiscard]] const base::Error& error() const;

private:
    struct Inner;
    [[nodiscard]] static base::Result<std::unique_ptr<Inner>>
    open(const Context& context, const domain::Scenario& scenario, const PlayOptions& options);
    explicit Recording(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::cli
