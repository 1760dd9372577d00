#include "ui/kit/theme.h"

namespace timbang::ui {
namespace {

void common(Tokens& t) {
    t.scrim = fade(rgb(0x1C1B19), 0.42F);
    t.mark = rgb(0xFFE3A3);
    t.ink = rgb(0x201F1D);
    t.page_mark = rgb(0x955400);
    t.page_mark_on = rgb(0xFFFFFF);
    t.page_pick = rgb(0xDFE2F8);
    t.page_pick_line = rgb(0x3D46C2);
}

Tokens light() {
    Tokens t;
    common(t);
    t.canvas = rgb(0xF5F4F0), t.surface = rgb(0xFFFFFF), t.raised = rgb(0xFAF9F6), t.sunken = rgb(0xE9E7E1);
    t.hover = rgb(0xF1EFEA), t.line = rgb(0xE3E0D9), t.line2 = rgb(0xCFCBC2), t.ctl = rgb(0x8D897F);
    t.text = rgb(0x1C1B19), t.text2 = rgb(0x55524B), t.text3 = rgb(0x6A665E);
    t.acc = rgb(0x3D46C2), t.acc_d = rgb(0x2F379F), t.acc_on = rgb(0xFFFFFF);
    t.acc_soft = rgb(0xECEDFB), t.acc_line = rgb(0xBFC3F0);
    t.ok = rgb(0x00756A), t.ok_soft = rgb(0xE2F3F0), t.ok_line = rgb(0xA3D5CE);
    t.ret = rgb(0x955400), t.ret_soft = rgb(0xFCF0DC), t.ret_line = rgb(0xE6C48E);
    t.rej = rgb(0x8E1246), t.rej_soft = rgb(0xFBE9F0), t.rej_line = rgb(0xE5AFC6);
    t.panel = rgb(0x8D897F), t.key_line = rgb(0x8A90E0), t.paper = rgb(0xFFFFFF);
    return t;
}

Tokens dark() {
    Tokens t;
    common(t);
    t.theme = Theme::Dark;
    t.canvas = rgb(0x131315), t.surface = rgb(0x1B1B1E), t.raised = rgb(0x202024), t.sunken = rgb(0x0D0D0F);
    t.hover = rgb(0x26262B), t.line = rgb(0x2E2E34), t.line2 = rgb(0x43434B), t.ctl = rgb(0x7C7C88);
    t.text = rgb(0xEFEDE9), t.text2 = rgb(0xBDBAB4), t.text3 = rgb(0x9C9993);
    t.acc = rgb(0xA5B2FF), t.acc_d = rgb(0x8C9AF5), t.acc_on = rgb(0x14153A);
    t.acc_soft = rgb(0x26294A), t.acc_line = rgb(0x474D8C);
    t.ok = rgb(0x5FD0BE), t.ok_soft = rgb(0x15322E), t.ok_line = rgb(0x2B6259);
    t.ret = rgb(0xF2B24C), t.ret_soft = rgb(0x38290F), t.ret_line = rgb(0x74551E);
    t.rej = rgb(0xFF8FA8), t.rej_soft = rgb(0x3D1825), t.rej_line = rgb(0x7E3349);
    t.panel = rgb(0x85828C), t.key_line = rgb(0x5A64B8), t.paper = rgb(0xE8E5DE);
    return t;
}

Tokens contrast() {
    Tokens t;
    common(t);
    t.theme = Theme::Contrast;
    t.contrast = true;
    const Color black = rgb(0), white = rgb(0xFFFFFF);
    t.canvas = t.surface = t.raised = t.sunken = black;
    t.hover = rgb(0x333333), t.line = rgb(0xB8B8B8), t.line2 = t.ctl = t.text = t.text2 = t.text3 = white;
    t.acc = t.acc_line = rgb(0xFFD60A), t.acc_d = rgb(0xFFE866), t.acc_on = black, t.acc_soft = rgb(0x2B2600);
    t.ok = t.ok_line = rgb(0x7CF0DC), t.ok_soft = black;
    t.ret = t.ret_line = rgb(0xFFC061), t.ret_soft = black;
    t.rej = t.rej_line = rgb(0xFF9DB3), t.rej_soft = black;
    t.panel = white, t.key_line = black, t.paper = white, t.ink = black;
    return t;
}

} // namespace

Tokens tokens(Theme theme) {
    switch (theme) {
    case Theme::Dark: return dark();
    case Theme::Contrast: return contrast();
    case Theme::Light: break;
    }
    return light();
}

Color Tokens::tint(Tint t) const {
    switch (t) {
    case Tint::Accent: return acc;
    case Tint::Ok: return ok;
    case Tint::Return: return ret;
    case Tint::Reject: return rej;
    case Tint::None: break;
    }
    return text2;
}

Color Tokens::soft(Tint t) const {
    switch (t) {
    case Tint::Accent: return acc_soft;
    case Tint::Ok: return ok_soft;
    case Tint::Return: return ret_soft;
    case Tint::Reject: return rej_soft;
    case Tint::None: break;
    }
    return raised;
}

Color Tokens::border(Tint t) const {
    switch (t) {
    case Tint::Accent: return acc_line;
    case Tint::Ok: return ok_line;
    case Tint::Return: return ret_line;
    case Tint::Reject: return rej_line;
    case Tint::None: break;
    }
    return line;
}

} // namespace timbang::ui
