// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestdossier.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr int mostNamesakes = 200; // requests with one id, which clients may choose

Result<qint64> idOf(const HistoryReader &reader, const RequestLine &line)
{
    if (line.historyId != 0) {
        return line.historyId;
    }
    const HistoryFilter filter {
        {.field = HistoryTerm::Field::Id, .text = line.requestId, .range = {}},
    };
    const Result<HistoryPage> page = reader.page(filter, 0, mostNamesakes);
    if (!page) {
        return failure(page.error());
    }
    const auto row = std::ranges::find(page->rows, line.time, &HistoryRow::time);
    return row == page->rows.end() ? 0 : row->id;
}

} // namespace

Result<std::optional<HistoryDetail>> findDetail(const HistoryReader &reader, const RequestLine &line)
{
    const Result<qint64> id = idOf(reader, line);
    if (!id) {
        return failure(id.error());
    }
    return *id == 0 ? Result<std::optional<HistoryDetail>>(std::nullopt) : reader.detail(*id);
}

Result<RequestDossier> readDossier(const HistoryReader &reader, const RequestLine &line)
{
    Result<std::optional<HistoryDetail>> kept = findDetail(reader, line);
    if (!kept) {
        return failure(kept.error());
    }
    RequestDossier dossier {.line = line, .kept = std::move(*kept), .price = {}};
    if (!line.provider.isEmpty() && !line.model.isEmpty()) {
        dossier.price = reader.prices()(line.provider, line.model, line.time);
    }
    return dossier;
}

} // namespace nexus
