#include <utility>

#include "app/controller.h"
#include "base/files.h"

namespace timbang::app {

void Controller::operator()(const action::OpenFolderChooser&) {
    model_.author.choosing = false;
    const std::string& own = model_.settings.case_folder;
    model_.folder_chooser = open_folder(nearest_folder(own.empty() ? model_.options.home_folder : own));
}

void Controller::operator()(const action::GoToFolder& a) {
    if (!model_.folder_chooser) return;
    const bool there = !a.path.empty() && a.path[0] == '/' && base::file_kind(a.path) == base::FileKind::Folder;
    if (there)
        model_.folder_chooser = open_folder(a.path);
    else
        model_.folder_chooser->problem = "settings.folder-missing";
}

void Controller::operator()(const action::ChooseFolder&) {
    if (!model_.folder_chooser) return;
    const std::string path = model_.folder_chooser->path;
    model_.folder_chooser.reset();
    if (std::exchange(model_.author.choosing, false)) return author_(action::OpenOwnCase{path});
    (*this)(action::SetCaseFolder{path});
}

} // namespace timbang::app
