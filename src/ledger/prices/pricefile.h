// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/prices/pricetable.h"

#include <QByteArrayView>
#include <QString>

namespace nexus {

//! \brief Reads prices in LiteLLM's or in models.dev's form, whichever it is.
//! \return the table without version and date, or InvalidRequest when it is neither or holds no price.
[[nodiscard]] Result<PriceTable> readPrices(QByteArrayView json);

//! \brief The prices in the file at \a path. Their version follows from the file's bytes, their date is that
//! of its last change. \return the table, or InvalidRequest with a sentence that names the file.
[[nodiscard]] Result<PriceTable> readPriceFile(const QString &path);

} // namespace nexus
