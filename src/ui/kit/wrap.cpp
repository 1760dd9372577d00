#include "ui/kit/draw.h"

namespace timbang::ui {
namespace {

/// A word: letters up to the next space, over as many runs as it spans.
struct Word {
    std::vector<Piece> parts;
    float width = 0;
    float space = 0; ///< the spaces before it
};

class Wrapper {
public:
    Wrapper(const Fonts& fonts, std::span<const TextRun> runs, float width) : fonts_(fonts), runs_(runs), width_(width) {}

    std::vector<Piece> run() {
        for (std::size_t r = 0; r < runs_.size(); ++r) read(static_cast<int>(r));
        place();
        return std::move(out_);
    }

private:
    void read(int r) {
        const TextRun& run = runs_[static_cast<std::size_t>(r)];
        std::size_t begin = 0;
        float width = 0;
        const auto keep = [&](std::size_t end) {
            if (end > begin) {
                word_.parts.push_back({r, begin, end, word_.width, 0});
                word_.width += width;
            }
            width = 0;
        };
        for (std::size_t at = 0; at < run.text.size();) {
            const std::size_t here = at;
            const char32_t cp = next_codepoint(run.text, at);
            if (cp == U' ' || cp == U'\n') {
                keep(here);
                place();
                begin = at;
                if (cp == U' ') word_.space += fonts_.advance(cp, run.font);
                else new_line();
                continue;
            }
            width += fonts_.advance(cp, run.font);
        }
        keep(run.text.size());
    }

    void new_line() {
        if (out_.empty() || out_.back().line < line_) out_.push_back({0, 0, 0, 0, line_}); // an empty line still counts
        ++line_;
        x_ = 0;
        word_.space = 0;
        out_.push_back({0, 0, 0, 0, line_});
    }

    void place() {
        if (word_.parts.empty()) return;
        if (x_ > 0 && x_ + word_.space + word_.width > width_ + 0.01F) {
            ++line_;
            x_ = 0;
        } else if (x_ > 0) {
            x_ += word_.space;
        }
        if (word_.width > width_) break_word();
        else {
            for (Piece p : word_.parts) emit(p, x_ + p.x);
            x_ += word_.width;
        }
        word_ = {};
    }

    /// Longer than the line: between letters.
    void break_word() {
        for (const Piece& part : word_.parts) {
            const TextRun& run = runs_[static_cast<std::size_t>(part.run)];
            std::size_t begin = part.begin;
            float start = x_;
            for (std::size_t at = part.begin; at < part.end;) {
                const std::size_t here = at;
                const float advance = fonts_.advance(next_codepoint(run.text, at), run.font);
                if (x_ > 0 && x_ + advance > width_) {
                    if (here > begin) emit({part.run, begin, here, 0, 0}, start);
                    begin = here;
                    ++line_;
                    x_ = start = 0;
                }
                x_ += advance;
            }
            if (part.end > begin) emit({part.run, begin, part.end, 0, 0}, start);
        }
    }

    /// Neighbours in one run and line are one piece, so that a line is few draws.
    void emit(Piece p, float x) {
        p.x = x;
        p.line = line_;
        if (!out_.empty()) {
            Piece& last = out_.back();
            if (last.run == p.run && last.line == p.line && last.end > last.begin && last.end <= p.begin) {
                last.end = p.end;
                return;
            }
            if (last.end == last.begin && last.line == p.line) {
                last = p;
                return;
            }
        }
        out_.push_back(p);
    }

    const Fonts& fonts_;
    std::span<const TextRun> runs_;
    float width_;
    std::vector<Piece> out_;
    Word word_;
    float x_ = 0;
    int line_ = 0;
};

} // namespace

std::vector<Piece> wrap(const Fonts& fonts, std::span<const TextRun> runs, float width) {
    return Wrapper(fonts, runs, width).run();
}

} // namespace timbang::ui
