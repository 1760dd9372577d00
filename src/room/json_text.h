#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace timbang::room {

/// Writes JSON piece by piece into one string: a frame for a thousand clients is made several times a second, so no
/// tree is built first. Commas are set where they belong; bytes that are no UTF-8 become U+FFFD.
class JsonText {
public:
    JsonText& open();                     ///< {
    JsonText& close();                    ///< }
    JsonText& open_list();                ///< [
    JsonText& close_list();               ///< ]
    JsonText& key(std::string_view name); ///< of the value that follows
    JsonText& text(std::string_view value);
    JsonText& number(std::int64_t value);
    JsonText& truth(bool value);
    JsonText& null();
    JsonText& both(const base::Text& value); ///< {"en":…,"id":…}
    JsonText& texts(const std::vector<std::string>& values);
    /// JSON that stands as it is.
    JsonText& raw(std::string_view json);

    JsonText& text(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonText& number(std::string_view name, std::int64_t value) { return key(name).number(value); }
    JsonText& truth(std::string_view name, bool value) { return key(name).truth(value); }
    JsonText& both(std::string_view name, const base::Text& value) { return key(name).both(value); }
    JsonText& texts(std::string_view name, const std::vector<std::string>& values) { return key(name).texts(values); }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void separate();

    std::string out_;
    bool comma_ = false; ///< whether the next value needs one before it
};

} // namespace timbang::room
