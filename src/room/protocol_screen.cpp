#include <algorithm>

#include "domain/room_tally.h"
#include "room/host.h"
#include "room/state_parts.h"

namespace timbang::room {
namespace {

void write_qr(JsonText& out, const std::string& text) {
    const base::Result<QrCode> code = qr_code(text);
    out.key("qr");
    if (!code) {
        out.null();
        return;
    }
    out.open().number("size", code->size).key("rows").open_list();
    for (int y = 0; y < code->size; ++y) {
        std::string row;
        for (int x = 0; x < code->size; ++x)
            row.push_back(code->dark[static_cast<std::size_t>(y * code->size + x)] ? '1' : '0');
        out.text(row);
    }
    out.close_list().close();
}

void write_join(JsonText& out, const JoinLines& join) {
    out.key("join").open().text("wifi", join.wifi).text("address", join.address).text("code", join.code);
    write_qr(out, "http://" + join.address + "/#" + join.code);
    out.close();
}

domain::RoomTaskIx task_of(const RoomView& view, const std::string& code) {
    for (std::size_t i = 0; i < view.rules->tasks.size(); ++i)
        if (view.rules->tasks[i].code == code) return static_cast<domain::RoomTaskIx>(i);
    return -1;
}

void write_indicator(JsonText& out, const RoomView& view, domain::RoomTaskIx task) {
    out.key("indicator");
    if (task < 0) {
        out.null();
        return;
    }
    const domain::Framework* pack = view.scenario->framework.get();
    const domain::Indicator* indicator = pack != nullptr ? pack->indicator(view.screen_task) : nullptr;
    out.open().text("code", view.screen_task);
    out.both("title", indicator != nullptr ? indicator->title : domain::Text{view.screen_task, view.screen_task})
        .close();
}

} // namespace

std::string screen_message(const Scene& scene, const RoundVotes& votes, const JoinLines& join) {
    const RoomView& view = scene.view;
    const Attendance there = attendance(scene);
    const domain::RoomTaskIx task = task_of(view, view.screen_task);
    const domain::Round* round = votes.round();
    JsonText out;
    out.open().text("t", "screen").text("show", screen_id(view.screen));
    write_join(out, join);
    out.number("people", there.people).number("here", there.here);
    write_indicator(out, view, task);
    out.key("state").open();
    write_state(out, scene, votes,
                {view.screen == Screen::Votes || view.screen == Screen::Reference, view.screen == Screen::Reference});
    out.close();
    if (view.screen == Screen::Reference && round != nullptr &&
        std::find(round->shown.begin(), round->shown.end(), task) != round->shown.end())
        out.number("moved", domain::moves(*view.rules, *view.state, *round, task, std::nullopt).moved);
    if (view.screen_reason)
        out.key("reason").open().text("text", view.screen_reason->text).text("name", view.screen_reason->name).close();
    return out.close().take();
}

} // namespace timbang::room
