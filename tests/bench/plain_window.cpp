#include "bench/plain_window.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <vector>

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_opengl3.h>

namespace timbang::bench {

namespace {

using Polygon = std::vector<ImVec2>;

/// The part of a polygon on one side of an axis-parallel line (Sutherland and Hodgman 1974).
Polygon cut(const Polygon& polygon, float ImVec2::*axis, float at, bool below) {
    Polygon kept;
    const auto inside = [&](const ImVec2& point) { return below ? point.*axis <= at : point.*axis >= at; };
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const ImVec2 a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        if (inside(a)) kept.push_back(a);
        if (inside(a) == inside(b)) continue;
        const float share = (at - a.*axis) / (b.*axis - a.*axis);
        kept.emplace_back(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }
    return kept;
}

double area(const Polygon& polygon) {
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const ImVec2 a = polygon[i], b = polygon[(i + 1) % polygon.size()];
        twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
    }
    return std::abs(twice) / 2;
}

/// Pixels of a triangle inside its clip rectangle.
double visible_area(const ImDrawVert* const (&corners)[3], const ImVec4& clip) {
    Polygon polygon{corners[0]->pos, corners[1]->pos, corners[2]->pos};
    const auto [left, right] = std::minmax({polygon[0].x, polygon[1].x, polygon[2].x});
    const auto [top, bottom] = std::minmax({polygon[0].y, polygon[1].y, polygon[2].y});
    if (left < clip.x) polygon = cut(polygon, &ImVec2::x, clip.x, false);
    if (right > clip.z) polygon = cut(polygon, &ImVec2::x, clip.z, true);
    if (top < clip.y) polygon = cut(polygon, &ImVec2::y, clip.y, false);
    if (bottom > clip.w) polygon = cut(polygon, &ImVec2::y, clip.w, true);
    return polygon.size() < 3 ? 0 : area(polygon);
}

/// A picture out of the texture that lies as it is drawn; what is turned over its diagonal is the corner of a box.
bool is_glyph(const ImDrawVert* const (&corners)[3]) {
    bool across = false, down = false;
    for (int i = 0; i < 3; ++i) {
        const ImDrawVert &a = *corners[i], &b = *corners[(i + 1) % 3];
        if (a.pos.y == b.pos.y && a.pos.x != b.pos.x) across = a.uv.x != b.uv.x && a.uv.y == b.uv.y;
        if (a.pos.x == b.pos.x && a.pos.y != b.pos.y) down = a.uv.y != b.uv.y && a.uv.x == b.uv.x;
    }
    return across && down;
}

void add(const ImDrawList& list, const ImDrawCmd& command, const ImVec2& display, bool font, Work& work) {
    const ImVec4 clip(std::max(command.ClipRect.x, 0.0F), std::max(command.ClipRect.y, 0.0F), std::min(command.ClipRect.z, display.x),
                      std::min(command.ClipRect.w, display.y));
    const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    double half_seen = 0; // the first triangle of a glyph
    bool second = false;
    for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert* const corners[3] = {vertices + indices[i], vertices + indices[i + 1], vertices + indices[i + 2]};
        const double seen = visible_area(corners, clip);
        if (!font || !is_glyph(corners)) {
            work.fill_pixels += seen;
            second = false;
            continue;
        }
        work.glyph_pixels += seen;
        if (second && half_seen + seen > 0) ++work.glyphs;
        half_seen = seen;
        second = !second;
    }
}

} // namespace

Work measure_work() {
    const ImDrawData& data = *ImGui::GetDrawData();
    const ImTextureID fonts = ImGui::GetIO().Fonts->TexID;
    Work work;
    work.vertices = data.TotalVtxCount;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
            add(*data.CmdLists[i], command, data.DisplaySize, command.GetTexID() == fonts, work);
    return work;
}

double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double draw_time() {
    ImDrawData& data = *ImGui::GetDrawData();
    glFinish();
    const double begin = processor_time();
    glViewport(0, 0, static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
    glClearColor(0.96F, 0.96F, 0.94F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glFinish();
    return processor_time() - begin;
}

PlainWindow::PlainWindow(float width, float height)
    : outside_(ImGui::GetCurrentContext()), own_(ImGui::CreateContext()), width_(width), height_(height) {
    ImGui::SetCurrentContext(own_);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {width, height};
    ImGui_ImplOpenGL3_Init("#version 330 core");
    ImGui::SetCurrentContext(outside_);
}

PlainWindow::~PlainWindow() {
    ImGui::SetCurrentContext(own_);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::SetCurrentContext(outside_);
    ImGui::DestroyContext(own_);
}

void PlainWindow::build() const {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_, height_});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::Begin("plain", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const double screen = static_cast<double>(width_) * static_cast<double>(height_);
    for (double left = box_pixels_; left > 0; left -= screen) // whole screens: the fewest boxes
        list->AddRectFilled({0, 0}, {width_, static_cast<float>(std::min(left, screen) / screen) * height_}, IM_COL32(240, 240, 236, 255));
    constexpr const char* kWords = "Bukti-diperiksa-kembali-oleh-bidang-data-sebelum-ditandatangani-kepala-dinas";
    constexpr int kLine = 76;
    int column = 0, row = 0;
    for (int left = glyphs_; left > 0; left -= kLine) {
        const ImVec2 at(4 + static_cast<float>(column) * text_size_ / 13 * 7 * kLine, 4 + static_cast<float>(row++) * text_size_);
        list->AddText(ImGui::GetFont(), text_size_, at, IM_COL32(20, 20, 24, 255), kWords, kWords + std::min(left, kLine));
        if (at.y + 2 * text_size_ < height_) continue;
        row = 0;
        column = at.x + text_size_ / 13 * 7 * kLine * 2 < width_ ? column + 1 : 0;
    }
    ImGui::End();
    ImGui::PopStyleVar();
    ImGui::Render();
}

void PlainWindow::match(const Work& wanted) {
    ImGui::SetCurrentContext(own_);
    glyphs_ = wanted.glyphs;
    text_size_ = 13;
    box_pixels_ = 0;
    constexpr int kRounds = 8; // text at the edge of the window is cut, so the sizes are found step by step
    for (int i = 0; i < kRounds; ++i) {
        build();
        work_ = measure_work();
        glyphs_ += wanted.glyphs - work_.glyphs;
        if (work_.glyph_pixels > 0) text_size_ *= static_cast<float>(std::sqrt(wanted.glyph_pixels / work_.glyph_pixels));
        box_pixels_ = std::max(0.0, box_pixels_ + wanted.fill_pixels - work_.fill_pixels);
    }
    build();
    work_ = measure_work();
    ImGui::SetCurrentContext(outside_);
}

double PlainWindow::draw() {
    ImGui::SetCurrentContext(own_);
    build();
    const double time = draw_time();
    ImGui::SetCurrentContext(outside_);
    return time;
}

} // namespace timbang::bench
