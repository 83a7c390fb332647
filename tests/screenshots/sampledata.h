// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <vector>

namespace nexus {

//! \brief A configuration as people have it: several providers, long names, aliases, budgets.
//! \param models where a list of models is served
[[nodiscard]] QByteArray sampleConfig(const QUrl &models);

//! \brief Some thousand requests of the month before \a now, oldest first: always the same ones for the same
//! \a now.
[[nodiscard]] std::vector<RequestRecord> sampleRecords(const QDateTime &now);

//! \brief Makes \a record one that asked what the image \a png shows.
void askAboutPicture(RequestRecord &record, const QByteArray &png);

} // namespace nexus
