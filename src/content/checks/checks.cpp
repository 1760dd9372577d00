#include "content/checks/checks.h"

namespace timbang::content {

void check_case(Reading& reading, const CheckContext& context) {
    static_cast<void>(reading);
    static_cast<void>(context);
}

} // namespace timbang::content
