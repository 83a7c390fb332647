// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/identity.h"

#include "wire/json.h"

#include <algorithm>

namespace nexus {

namespace {

// What a source says: nothing, one text, or several of which one is to be chosen.
using Candidates = std::vector<QByteArray>;

Error badIdentity(const QByteArray &code, const QString &message)
{
    return {.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}, .code = code};
}

bool isControl(char c)
{
    return (c >= 0 && c < 0x20) || c == 0x7f;
}

bool isUsable(const QByteArray &text)
{
    return text.size() <= maxIdentityLength && text.isValidUtf8() && std::ranges::none_of(text, isControl);
}

// Whatever is blank counts as not being there.
void addTo(Candidates &out, const std::optional<QByteArray> &text)
{
    const QByteArray trimmed = text.value_or(QByteArray()).trimmed();
    if (!trimmed.isEmpty()) {
        out.push_back(trimmed);
    }
}

Candidates fromHeader(const QByteArray &name, const HeaderList &headers)
{
    Candidates found;
    for (const auto &[field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) == 0) {
            addTo(found, value);
        }
    }
    return found;
}

Candidates fromClaim(const QString &path, const Claims *claims, bool isListAllowed)
{
    Candidates found;
    const Json *const claim = claims ? claims->find(path.toStdString()) : nullptr;
    if (claim == nullptr || !claim->is_array()) {
        addTo(found, Claims::text(claim));
        return found;
    }
    if (isListAllowed) {
        for (const Json &entry : *claim) {
            addTo(found, Claims::text(&entry));
        }
    }
    return found;
}

Result<QByteArray> readClientId(
    const IdentitySource &source, const RequestSnapshot &request, const Claims *claims)
{
    const bool isHeader = !source.httpHeader.isEmpty();
    const Candidates found = isHeader
        ? fromHeader(source.httpHeader, request.headers)
        : fromClaim(source.jwtClaim, claims, source.jwtClaim == QLatin1String("aud"));
    const QString where = isHeader ? QStringLiteral("header '%1'").arg(QString::fromLatin1(source.httpHeader))
                                   : QStringLiteral("claim '%1' of the access token").arg(source.jwtClaim);
    if (found.empty()) {
        return failure(badIdentity("missing_client_id",
            QStringLiteral("Client identification is required: the %1 is missing or empty.").arg(where)));
    }
    if ((isHeader && found.size() > 1) || !isUsable(found.front())) {
        return failure(badIdentity("invalid_client_id",
            QStringLiteral("The %1 must hold one client id of at most 256 bytes without control characters.")
                .arg(where)));
    }
    return found.front();
}

Result<QByteArray> readGroup(
    const ClientIdentification &config, const RequestSnapshot &request, const Claims *claims)
{
    const IdentitySource &source = *config.groupId;
    const bool isHeader = !source.httpHeader.isEmpty();
    const Candidates found = isHeader ? fromHeader(source.httpHeader, request.headers)
                                      : fromClaim(source.jwtClaim, claims, true);
    if (found.empty()) {
        return QByteArray();
    }
    const auto isKnown = [&config](const QByteArray &group) {
        return config.groupValues.isEmpty() || config.groupValues.contains(QString::fromUtf8(group));
    };
    const auto chosen = std::ranges::find_if(found, isKnown);
    if ((isHeader && found.size() > 1) || chosen == found.end() || !isUsable(*chosen)) {
        return failure(badIdentity("invalid_group",
            QStringLiteral("The specified group is not valid. Use one that this gateway knows.")));
    }
    return *chosen;
}

} // namespace

Result<Identity> identify(
    const ClientIdentification &config, const RequestSnapshot &request, const Claims *claims)
{
    if (!config.isEnabled) {
        return Identity {};
    }
    Result<QByteArray> clientId = readClientId(config.clientId, request, claims);
    if (!clientId) {
        return failure(clientId.error());
    }
    Result<QByteArray> group = config.groupId ? readGroup(config, request, claims) : QByteArray();
    if (!group) {
        return failure(group.error());
    }
    return Identity {std::move(*clientId), std::move(*group)};
}

QByteArray subjectOf(const Claims &claims)
{
    const QByteArray issuer = Claims::text(claims.find("iss")).value_or(QByteArray());
    const QByteArray subject = Claims::text(claims.find("sub")).value_or(QByteArray());
    return issuer + ' ' + subject;
}

} // namespace nexus
