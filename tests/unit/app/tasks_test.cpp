#include "app/tasks.h"

#include <doctest/doctest.h>

#include <future>

using timbang::app::Tasks;

TEST_CASE("results arrive on the thread that delivers, in order") {
    std::promise<void> woken;
    std::atomic<int> wakes = 0;
    Tasks tasks([&] {
        if (++wakes == 2) woken.set_value();
    });
    std::vector<int> got;
    const auto here = std::this_thread::get_id();
    tasks.start([&](Tasks::Context& context) {
        for (int i = 1; i <= 2; ++i)
            context.deliver([&, i] {
                if (std::this_thread::get_id() == here) got.push_back(i);
            });
    });
    woken.get_future().wait();
    CHECK(tasks.busy());
    CHECK(tasks.deliver());
    CHECK(got == std::vector<int>{1, 2});
    CHECK_FALSE(tasks.deliver());
}

TEST_CASE("work that is stopped while it waits for its turn tells its end all the same") {
    std::promise<void> go;
    std::promise<bool> told;
    Tasks tasks({});
    tasks.start([&](Tasks::Context&) { go.get_future().wait(); });
    const Tasks::Handle handle = tasks.start([&](Tasks::Context& context) { told.set_value(context.stopped()); });
    handle.stop();
    go.set_value();
    CHECK(told.get_future().get());
}

TEST_CASE("work that is stopped ends early, and later work still runs") {
    std::promise<void> begun, ended;
    Tasks tasks({});
    const Tasks::Handle handle = tasks.start([&](Tasks::Context& context) {
        begun.set_value();
        while (!context.stopped())
            std::this_thread::yield();
    });
    tasks.start([&](Tasks::Context&) { ended.set_value(); });
    begun.get_future().wait();
    handle.stop();
    ended.get_future().wait();
    CHECK(true);
}
