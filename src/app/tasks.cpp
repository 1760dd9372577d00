#include "app/tasks.h"

namespace timbang::app {

Tasks::Tasks(std::function<void()> wake) : wake_(std::move(wake)) {}

Tasks::~Tasks() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        jobs_.clear();
        if (running_) running_->store(true);
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

Tasks::Handle Tasks::start(Work work) {
    Handle handle;
    handle.stop_ = std::make_shared<std::atomic<bool>>(false);
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({std::move(work), handle.stop_});
        if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    }
    changed_.notify_all();
    return handle;
}

void Tasks::post(std::function<void()> result) {
    {
        const std::lock_guard lock(mutex_);
        results_.push_back(std::move(result));
    }
    if (wake_) wake_();
}

std::size_t Tasks::deliver() {
    std::vector<std::function<void()>> results;
    {
        const std::lock_guard lock(mutex_);
        results.swap(results_);
    }
    for (const auto& result : results)
        result();
    return results.size();
}

bool Tasks::busy() const {
    const std::lock_guard lock(mutex_);
    return !jobs_.empty() || running_ || !results_.empty();
}

void Tasks::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
        if (ending_) return;
        Job job = std::move(jobs_.front());
        jobs_.pop_front();
        running_ = job.stop;
        lock.unlock();
        Context context(*this, job.stop);
        job.work(context); // also when it was stopped while it waited: whoever waits for its end is told
        lock.lock();
        running_.reset();
        if (!wake_) continue;
        lock.unlock();
        wake_(); // whoever waits for the end of the work looks again
        lock.lock();
    }
}

} // namespace timbang::app
