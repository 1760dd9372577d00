#pragma once

#include "content/yaml/edit.h"

namespace timbang::content::yaml {

/// Where a way leads.
struct Editor::Found {
    const Node* node = nullptr;  ///< null: nothing stands there
    const Node* owner = nullptr; ///< the mapping or list that holds it; null for the root
    std::size_t place = 0;       ///< in the owner
    int indent = 0;              ///< columns that the keys or hyphens of the owner go in by

    [[nodiscard]] bool in_brackets() const { return owner != nullptr && owner->flow; }
};

/// An entry of a mapping or a list, in bytes.
struct Editor::Chunk {
    std::size_t lead = 0;  ///< where the comment lines right above begin; `begin` when there are none
    std::size_t begin = 0; ///< the key, the hyphen, or the item in brackets
    std::size_t end = 0;   ///< behind its content
};

} // namespace timbang::content::yaml
