#include "app/author.h"
#include "app/report_items.h"
#include "base/files.h"

namespace timbang::app {

/// Reads in the background what the record tells of the case, once for each opening and id. A record that is not there or
/// cannot be read is no matter of the editor.
void AuthorController::read_items() {
    OpenDraft& o = open();
    if (o.readable == nullptr || o.items_of == o.readable->id || model_.options.record_folder.empty()) return;
    o.items_of = o.readable->id;
    model_.tasks.start([this, id = o.items_of, opened = o.opened,
                        database = base::join_path(model_.options.record_folder, "records.db")](Tasks::Context& task) {
        auto reader = store::Reader::open(database);
        if (!reader) return;
        auto items = recorded_items(*reader, id, [&task] { return task.stopped(); });
        if (!items) return;
        task.deliver([this, opened, id,
                      read = std::make_shared<const std::vector<insight::ItemReport>>(std::move(*items))] {
            if (!still(opened) || open().items_of != id) return;
            open().items = read;
            if (!read->empty()) start_check();
        });
    });
}

} // namespace timbang::app
