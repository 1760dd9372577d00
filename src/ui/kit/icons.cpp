#include "ui/kit/icons.h"

#include <array>
#include <string_view>

namespace timbang::ui {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Icon::Count)> kNames{
    "",
    "clipboard-check", "account-multiple", "pencil", "chart-line",
    "settings", "account-circle", "account", "account-off",
    "account-plus", "account-switch", "check", "undo-variant",
    "close", "close-circle", "check-circle", "arrow-up",
    "arrow-down", "arrow-left", "arrow-right", "alert",
    "alert-circle", "flag", "calculator", "calendar",
    "clock", "database", "gavel", "checkbox-marked-circle-outline",
    "message-text", "phone", "walk", "timer-sand",
    "lan-disconnect", "wifi", "battery", "marker",
    "magnify", "magnify-plus", "magnify-minus", "rotate-right",
    "fullscreen", "sort", "export", "download",
    "file-pdf", "file-document", "file-delimited", "file-multiple",
    "image", "certificate", "pin", "play",
    "pause", "projector", "lock", "eye",
    "eye-off", "repeat", "chevron-right", "chevron-left",
    "chevron-down", "chevron-up", "translate", "theme-light-dark",
    "folder", "content-save", "shield-outline", "delete",
    "laptop", "cellphone", "email", "book-open-variant",
    "library-books", "content-paste", "content-copy", "shuffle",
    "printer", "lightbulb-outline", "information-outline", "help-circle-outline",
    "drag-vertical", "format-annotation-plus", "format-quote", "view-headline",
    "undo", "redo", "plus", "minus",
    "menu", "dots-horizontal", "dots-vertical", "scale-balance",
    "target", "map-marker", "link", "open-in-new",
    "home", "compare", "filter", "star-outline",
    "swap-horizontal", "keyboard", "chart-bar",
};

} // namespace

const char* icon_name(Icon icon) { return kNames[static_cast<std::size_t>(icon)]; }

Icon icon_named(const char* name) {
    for (std::size_t i = 1; i < kNames.size(); ++i)
        if (std::string_view(kNames[i]) == name) return static_cast<Icon>(i);
    return Icon::None;
}

} // namespace timbang::ui
