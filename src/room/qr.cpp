#include <exception>

#include <qrcodegen/QrCode.hpp>

#include "room/host.h"

namespace timbang::room {

base::Result<QrCode> qr_code(const std::string& text) {
    try {
        const qrcodegen::QrCode made = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
        QrCode code;
        code.size = made.getSize();
        for (int y = 0; y < code.size; ++y)
            for (int x = 0; x < code.size; ++x)
                code.dark.push_back(made.getModule(x, y));
        return code;
    } catch (const std::exception&) {
        return base::Error("too-long");
    }
}

} // namespace timbang::room
