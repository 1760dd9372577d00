// The yardstick of the window's benches: GLFW, OpenGL and ImGui, and nothing in the window.
//   empty_window [--frames N]   leaves after N frames (0: never)
#include <cstdio>
#include <cstdlib>
#include <string>

#include <GLFW/glfw3.h>
#include <imgui/imgui.h>
#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/backends/imgui_impl_opengl3.h>

int main(int argc, char** argv) {
    int frames = 0;
    for (int i = 1; i + 1 < argc; i += 2)
        if (std::string(argv[i]) == "--frames") frames = std::atoi(argv[i + 1]);
    if (!glfwInit()) return 3;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    GLFWwindow* window = glfwCreateWindow(1440, 900, "empty", nullptr, nullptr);
    if (!window) return 3;
    glfwMakeContextCurrent(window);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 130");
    for (int drawn = 0; !glfwWindowShouldClose(window);) {
        if (frames > 0 && drawn >= frames) break;
        if (drawn < 3 || frames > 0) glfwPollEvents();
        else glfwWaitEvents();
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
        ImGui::NewFrame();
        ImGui::Render();
        glClearColor(0.96F, 0.96F, 0.94F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        glfwSwapBuffers(window);
        ++drawn;
    }
    glfwTerminate();
    return 0;
}
