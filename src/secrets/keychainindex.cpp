// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainindex.h"

#include "secrets/keychainerrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nexus {

KeychainIndex KeychainIndex::fromJson(const QByteArray &json)
{
    KeychainIndex index;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &entry : entries) {
        const QString name = entry.toObject().value(QLatin1String("name")).toString();
        if (keychain::isKeyName(name)) {
            const QString savedAt = entry.toObject().value(QLatin1String("saved_at")).toString();
            index.insert(name, QDateTime::fromString(savedAt, Qt::ISODate));
        }
    }
    return index;
}

QByteArray KeychainIndex::toJson() const
{
    QJsonArray entries;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        entries.append(QJsonObject {{QStringLiteral("name"), entry.key()},
            {QStringLiteral("saved_at"), entry.value().toUTC().toString(Qt::ISODate)}});
    }
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

} // namespace nexus
