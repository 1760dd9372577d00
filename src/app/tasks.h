#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace timbang::app {

/// Work in the background, one piece after the other, on one thread of its own. Results come back as functions that
/// `deliver` runs on the thread of the window, between frames.
class Tasks {
public:
    /// What a piece of work sees of its surroundings.
    class Context {
    public:
        /// Whether it shall end early; asked often.
        [[nodiscard]] bool stopped() const { return stop_->load(); }
        /// Hands a function to the thread of the window.
        void deliver(std::function<void()> result) { tasks_.post(std::move(result)); }

    private:
        friend class Tasks;
        Context(Tasks& tasks, std::shared_ptr<std::atomic<bool>> stop) : tasks_(tasks), stop_(std::move(stop)) {}
        Tasks& tasks_;
        std::shared_ptr<std::atomic<bool>> stop_;
    };
    using Work = std::function<void(Context&)>;
    /// Stops the work it belongs to when told so; may outlive it.
    class Handle {
    public:
        void stop() const { if (stop_) stop_->store(true); }

    private:
        friend class Tasks;
        std::shared_ptr<std::atomic<bool>> stop_;
    };

    /// `wake` is called, from any thread, when there is something to deliver.
    explicit Tasks(std::function<void()> wake);
    /// Stops what runs and waits for it; results not delivered are dropped.
    ~Tasks();

    /// What is stopped before its turn comes is begun too, and sees at once that it shall end.
    Handle start(Work work);
    /// Hands a function to the thread of the window; from any thread.
    void post(std::function<void()> result);
    /// Runs what was handed in, in order. Says how much it was.
    std::size_t deliver();
    /// Whether work is waiting or going on, or a result is not delivered yet.
    [[nodiscard]] bool busy() const;

private:
    struct Job { Work work; std::shared_ptr<std::atomic<bool>> stop; };
    void run();

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::vector<std::function<void()>> results_;
    std::shared_ptr<std::atomic<bool>> running_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace timbang::app
