#pragma once

#include "content/yaml/shape.h"

// policies/*.yaml, as format/shapes.h has it for the files of a case.
namespace timbang::content::format {

extern const yaml::Shape kPolicy, kPolicyExact, kPolicyDirection, kPolicyCritical, kPolicyRecheck;

} // namespace timbang::content::format
