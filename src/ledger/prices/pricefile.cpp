// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricefile.h"

#include "ledger/prices/litellmprices.h"
#include "ledger/prices/modelsdevprices.h"
#include "wire/jsonscan.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 MAX_FILE = 64LL * 1024 * 1024;

tl::unexpected<Error> unreadable(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

// models.dev has providers with models in them, LiteLLM has models.
bool hasModels(QByteArrayView json, const std::vector<JsonMember> &rows)
{
    return std::ranges::any_of(rows, [json](const JsonMember &row) {
        if (row.type != JsonType::Object) {
            return false;
        }
        const auto members = scanObject(row.in(json));
        const JsonMember *const models = members ? findMember(*members, "models") : nullptr;
        return models && models->type == JsonType::Object;
    });
}

} // namespace

Result<PriceTable> readPrices(QByteArrayView json)
{
    const auto rows = scanObject(json);
    if (!rows) {
        return failure(rows.error());
    }
    auto table = hasModels(json, *rows) ? readModelsDevPrices(json) : readLiteLlmPrices(json);
    if (table && table->rows.isEmpty()) {
        const QString why
            = table->problems.isEmpty() ? QString() : QLatin1Char(' ') + table->problems.front();
        return unreadable(
            QStringLiteral("There is no price in the form of LiteLLM or of models.dev in it.") + why);
    }
    return table;
}

Result<PriceTable> readPriceFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(
            QStringLiteral("The price file %1 cannot be read: %2.").arg(path, file.errorString()));
    }
    const QByteArray bytes = file.read(MAX_FILE + 1);
    if (bytes.size() > MAX_FILE) {
        return unreadable(QStringLiteral("The price file %1 is larger than 64 MiB.").arg(path));
    }
    auto table = readPrices(bytes);
    if (!table) {
        return unreadable(
            QStringLiteral("The price file %1 cannot be used. %2").arg(path, table.error().message));
    }
    const QFileInfo info(path);
    table->version = "file-" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(8);
    table->date = info.lastModified().toUTC().date();
    table->source = QStringLiteral("%1 of %2").arg(info.fileName(), table->date.toString(Qt::ISODate));
    return table;
}

} // namespace nexus
