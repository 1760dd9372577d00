#pragma once

#include "app/actions.h"
#include "app/view/records.h"
#include "ui/screens/flow.h"

/// The cards of the records. `least`: how high a card is at least, so that neighbours are equal.
namespace timbang::ui::records {

void write_chart(Column& column, const app::ChartView& chart, float least);
void write_tally(Column& column, const app::TallyCard& tally, float least);
/// From the first day to the last, with today's dot and the re-check between.
void write_validity(Column& column, const app::ValidityLine& line);
void write_ready(Column& column, const app::ReadyCard& ready, app::Actions& actions);
void write_sessions(Column& column, const app::RecordsView& view, app::Actions& actions);

} // namespace timbang::ui::records
