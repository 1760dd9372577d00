#include "platform/window.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <utility>

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui/backends/imgui_impl_opengl3.h>

#include "platform/gl_textures.h"
#include "platform/keys.h"

namespace timbang::platform {

using base::InputEvent;

namespace {

constexpr int kSettleFrames = 3;
constexpr int kLeastWidth = 480, kLeastHeight = 300;

} // namespace

struct Window::Impl {
    GLFWwindow* window = nullptr;
    bool glfw = false, imgui = false;
    GlTextures textures;
    std::vector<InputEvent> events;
    int frames_due = kSettleFrames;
    std::atomic<bool> woken{false};
    bool came_back = false;
    double last_time = 0;
    GLFWcursor* cursors[5] = {};

    void push(const InputEvent& e) { events.push_back(e); }
    void draw(int frames) { frames_due = std::max(frames_due, frames); }
    bool create(const WindowOptions& options, int major, int minor);
    std::uint32_t background = 0;
    Place place; ///< the last one that was not maximised
    void note_place();
    void render() const;
    void listen();
    [[nodiscard]] float pixel_ratio() const;
};

float Window::Impl::pixel_ratio() const {
    int window_width = 0, pixels = 0, ignored = 0;
    glfwGetWindowSize(window, &window_width, &ignored);
    glfwGetFramebufferSize(window, &pixels, &ignored);
    return window_width > 0 ? static_cast<float>(pixels) / static_cast<float>(window_width) : 1;
}

/// Screens without their panels, as the desktop tells.
std::vector<Area> screens() {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    std::vector<Area> areas;
    for (int i = 0; i < count; ++i) {
        Area area;
        glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
        if (area.width > 0 && area.height > 0) areas.push_back(area);
    }
    return areas;
}

bool Window::Impl::create(const WindowOptions& options, int major, int minor) {
    const std::vector<Area> areas = screens();
    Place wanted = options.place.value_or(Place{});
    if (!options.place) wanted.width = options.width, wanted.height = options.height;
    // On a screen that has no room for the first size, the whole screen is taken.
    const bool fills = !options.place && !areas.empty() && (areas[0].width < wanted.width || areas[0].height < wanted.height);
    const Fitted fitted = fit_place(wanted, areas);
    const bool maximised = wanted.maximised || fills;
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, major);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, minor);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_MAXIMIZED, maximised ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "timbang");
    window = glfwCreateWindow(fitted.place.width, fitted.place.height, options.title.c_str(), nullptr, nullptr);
    if (window == nullptr) return false;
    place = fitted.place;
    if (options.place && !fitted.moved) glfwSetWindowPos(window, fitted.place.x, fitted.place.y);
    if (options.visible) glfwShowWindow(window);
    return true;
}

void Window::Impl::note_place() {
    place.maximised = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0;
    if (place.maximised || glfwGetWindowAttrib(window, GLFW_ICONIFIED) != 0) return;
    glfwGetWindowPos(window, &place.x, &place.y);
    glfwGetWindowSize(window, &place.width, &place.height);
}

namespace {

Window::Impl* impl_of(GLFWwindow* w) { return static_cast<Window::Impl*>(glfwGetWindowUserPointer(w)); }

void on_key(GLFWwindow* w, int key, int scancode, int action, int mods) {
    InputEvent e;
    e.kind = InputEvent::Kind::Key;
    e.key = key_of(key, scancode);
    e.down = action != GLFW_RELEASE;
    e.repeat = action == GLFW_REPEAT;
    e.mods = mods_of(mods);
    impl_of(w)->push(e);
}

void on_text(GLFWwindow* w, unsigned int codepoint) {
    InputEvent e;
    e.kind = InputEvent::Kind::Text;
    e.codepoint = codepoint;
    impl_of(w)->push(e);
}

void on_move(GLFWwindow* w, double x, double y) {
    const float ratio = impl_of(w)->pixel_ratio();
    InputEvent e;
    e.x = static_cast<float>(x) * ratio;
    e.y = static_cast<float>(y) * ratio;
    impl_of(w)->push(e);
}

void on_enter(GLFWwindow* w, int entered) {
    if (entered) return;
    InputEvent e;
    e.kind = InputEvent::Kind::Leave;
    impl_of(w)->push(e);
}

void on_button(GLFWwindow* w, int button, int action, int mods) {
    InputEvent e;
    e.kind = InputEvent::Kind::Button;
    e.button = button;
    e.down = action == GLFW_PRESS;
    e.mods = mods_of(mods);
    impl_of(w)->push(e);
}

void on_wheel(GLFWwindow* w, double x, double y) {
    InputEvent e;
    e.kind = InputEvent::Kind::Wheel;
    e.x = static_cast<float>(x);
    e.y = static_cast<float>(y);
    impl_of(w)->push(e);
}

void on_refresh(GLFWwindow* w) { impl_of(w)->draw(1); }
void on_size(GLFWwindow* w, int, int) {
    impl_of(w)->draw(kSettleFrames);
    impl_of(w)->note_place();
}
void on_place(GLFWwindow* w, int, int) { impl_of(w)->note_place(); }
void on_scale(GLFWwindow* w, float, float) { impl_of(w)->draw(kSettleFrames); }
void on_focus(GLFWwindow* w, int gained) {
    impl_of(w)->came_back = gained != 0;
    impl_of(w)->draw(1);
}

float scale_from_environment() {
    const char* text = std::getenv("TIMBANG_SCALE");
    const float value = text ? std::strtof(text, nullptr) : 0;
    return value >= 0.5F && value <= 4 ? value : 0;
}

bool theme_says(const char* word) {
    const char* theme = std::getenv("GTK_THEME");
    return theme && std::strstr(theme, word) != nullptr;
}

} // namespace

void Window::Impl::listen() {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_text);
    glfwSetCursorPosCallback(window, on_move);
    glfwSetCursorEnterCallback(window, on_enter);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetScrollCallback(window, on_wheel);
    glfwSetWindowRefreshCallback(window, on_refresh);
    glfwSetFramebufferSizeCallback(window, on_size);
    glfwSetWindowContentScaleCallback(window, on_scale);
    glfwSetWindowFocusCallback(window, on_focus);
    glfwSetWindowPosCallback(window, on_place);
    glfwSetWindowSizeLimits(window, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

Window::Window() : impl_(std::make_unique<Impl>()) {}

Window::~Window() {
    if (impl_->imgui) {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    for (GLFWcursor* c : impl_->cursors)
        if (c) glfwDestroyCursor(c);
    if (impl_->window) glfwDestroyWindow(impl_->window);
    if (impl_->glfw) glfwTerminate();
}

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    std::unique_ptr<Window> window(new Window);
    Impl& impl = *window->impl_;
    if (!glfwInit()) return base::Error("display-unavailable");
    impl.glfw = true;
    // A display server that has just started may refuse the first time.
    if (!impl.create(options, 3, 3) && !impl.create(options, 3, 3)) {
        const char* reason = nullptr;
        glfwGetError(&reason);
        return base::Error("window-failed", {{"reason", std::string(reason ? reason : "OpenGL 3.3")}});
    }
    glfwMakeContextCurrent(impl.window);
    glfwSwapInterval(1);
    impl.listen();
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    impl.imgui = true;
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 330 core");
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    ImGui_ImplOpenGL3_DestroyFontsTexture(); // the interface brings its own
    const int shapes[] = {GLFW_ARROW_CURSOR, GLFW_IBEAM_CURSOR, GLFW_HAND_CURSOR, GLFW_HRESIZE_CURSOR, GLFW_VRESIZE_CURSOR};
    for (int i = 0; i < 5; ++i) impl.cursors[i] = glfwCreateStandardCursor(shapes[i]);
    return window;
}

bool Window::closing() const { return glfwWindowShouldClose(impl_->window); }
void Window::set_closing(bool closing) { glfwSetWindowShouldClose(impl_->window, closing ? GLFW_TRUE : GLFW_FALSE); }

bool Window::wait(std::optional<double> at_most) {
    constexpr double kShortest = 0.001;
    const double started = glfwGetTime();
    if (impl_->frames_due > 0) glfwPollEvents();
    else if (at_most) glfwWaitEventsTimeout(std::max(*at_most, kShortest));
    else glfwWaitEvents();
    if (!impl_->events.empty() || impl_->woken.exchange(false)) impl_->draw(kSettleFrames);
    else if (at_most && impl_->frames_due == 0 && glfwGetTime() - started >= *at_most) impl_->draw(1);
    return impl_->frames_due > 0;
}

void Window::draw_again(int frames) { impl_->draw(frames); }

void Window::wake() {
    impl_->woken = true;
    glfwPostEmptyEvent();
}

Frame Window::begin_frame() {
    Frame frame;
    glfwGetFramebufferSize(impl_->window, &frame.width, &frame.height);
    float vertical = 1;
    glfwGetWindowContentScale(impl_->window, &frame.scale, &vertical);
    if (const float forced = scale_from_environment(); forced > 0) frame.scale = forced;
    frame.time = glfwGetTime();
    frame.events.swap(impl_->events);
    frame.came_back = std::exchange(impl_->came_back, false);
    impl_->frames_due = std::max(0, impl_->frames_due - 1);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(static_cast<float>(frame.width), static_cast<float>(frame.height));
    io.DeltaTime = static_cast<float>(std::max(1e-4, frame.time - impl_->last_time));
    impl_->last_time = frame.time;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    return frame;
}

void Window::end_frame(std::uint32_t rgb) {
    ImGui::Render();
    impl_->background = rgb;
    impl_->render();
    glfwSwapBuffers(impl_->window);
}

void Window::Impl::render() const {
    ImDrawData* data = ImGui::GetDrawData();
    glViewport(0, 0, static_cast<int>(data->DisplaySize.x), static_cast<int>(data->DisplaySize.y));
    const auto channel = [this](int shift) { return static_cast<float>(background >> shift & 0xFF) / 255; };
    glClearColor(channel(16), channel(8), channel(0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

GlTextures& Window::textures() { return impl_->textures; }

void Window::set_cursor(Cursor cursor) { glfwSetCursor(impl_->window, impl_->cursors[static_cast<int>(cursor)]); }
void Window::set_title(const std::string& title) { glfwSetWindowTitle(impl_->window, title.c_str()); }
void Window::resize(int width, int height) { glfwSetWindowSize(impl_->window, width, height); }

Place Window::place() const {
    Place now = impl_->place;
    now.maximised = glfwGetWindowAttrib(impl_->window, GLFW_MAXIMIZED) != 0;
    return now;
}

int Window::screens_apart() { return platform::screens_apart(screens()); }

std::string Window::clipboard() const {
    const char* text = glfwGetClipboardString(impl_->window);
    return text ? text : "";
}

void Window::set_clipboard(const std::string& text) { glfwSetClipboardString(impl_->window, text.c_str()); }

Pixels Window::screenshot() const {
    Pixels p;
    glfwGetFramebufferSize(impl_->window, &p.width, &p.height);
    const auto row = static_cast<std::size_t>(p.width) * 4;
    std::vector<std::uint8_t> upside(row * static_cast<std::size_t>(p.height));
    impl_->render(); // what was shown is gone from the back buffer
    glReadBuffer(GL_BACK);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, p.width, p.height, GL_RGBA, GL_UNSIGNED_BYTE, upside.data());
    p.rgba.resize(upside.size());
    for (std::size_t y = 0; y < static_cast<std::size_t>(p.height); ++y)
        std::memcpy(p.rgba.data() + y * row, upside.data() + (static_cast<std::size_t>(p.height) - 1 - y) * row, row);
    for (std::size_t i = 3; i < p.rgba.size(); i += 4) p.rgba[i] = 255;
    return p;
}

bool Window::desktop_prefers_dark() { return theme_says("dark"); }
bool Window::desktop_prefers_contrast() { return theme_says("HighContrast"); }

} // namespace timbang::platform
