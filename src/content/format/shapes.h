#pragma once

#include "content/yaml/shape.h"

// The format of version 1: every mapping that an author writes, by its keys. scenarios/README.md explains them to people.
namespace timbang::content::format {

using yaml::Shape;

// scenario.yaml
extern const Shape kCase, kSource, kDistrict, kAssessment, kPanelist, kTextFile, kEvidence, kAction, kEffect, kScript,
    kStep, kEvent, kWay, kScriptCondition, kReplyCondition, kAnswer, kComparison, kScoreOfIndicator, kCategoryComparison,
    kOption, kReply;
/// Other decisions of a step, and their references.
extern const Shape kChecklistPart, kChoicePart, kCategoryPart, kLetterPart, kChecklistReference, kChoiceReference,
    kCategoryReference, kLetterReference;

// indicators/*.yaml
extern const Shape kIndicator, kReference, kFigure, kChecks, kNear, kProblem, kAllowed, kVote, kPassage;

// frameworks/*.yaml
extern const Shape kFramework, kScales, kScale, kBands, kRanges, kRange, kLevels, kCertainty, kCertaintyLevels, kMarks,
    kAggregation, kWeights, kReported, kCategory, kVerdicts, kVerdict, kRule, kChecklists, kProblemType, kCriterion,
    kCatalogued, kFigureDefinition;

// lessons/*.yaml
extern const Shape kLesson, kLessonPurpose, kLessonFigure, kLessonCallout, kLessonSection, kLessonSteps, kLessonExercise,
    kLessonQuestion, kLessonAnswer, kLessonWhy, kLessonSource;

// programmes/*.yaml
extern const Shape kProgramme, kProgrammeDay, kProgrammeSlot, kProgrammeCase;

inline constexpr std::string_view kVerdictWords[] = {"accept", "return", "reject"};

} // namespace timbang::content::format
