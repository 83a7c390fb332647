// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "routing/router.h"
#include "wire/dialect.h"

#include <QByteArray>

#include <vector>

namespace nexus {

//! \brief The body of `GET models` in the shape of \a dialect.
[[nodiscard]] QByteArray modelList(const std::vector<ListedModel> &models, Dialect dialect);

//! \brief The body of `GET models/{id}`, or ModelNotFound when \a id leads nowhere.
[[nodiscard]] Result<QByteArray> modelObject(const Router &router, const QByteArray &id, Dialect dialect);

} // namespace nexus
