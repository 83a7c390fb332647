// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/credentialjson.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace nexus::aws {

namespace {

QByteArray textOf(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string()
        ? QByteArray::fromStdString(found->get_ref<const std::string &>())
        : QByteArray();
}

tl::unexpected<Error> missing(const QString &source, const char *name)
{
    return failure(credentialError(
        QStringLiteral("%1 gave credentials without a usable %2.").arg(source, QLatin1String(name))));
}

} // namespace

bool isHeaderWord(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

std::optional<TimePoint> readTime(const Json &value)
{
    if (value.is_number_integer()) {
        constexpr qint64 farthest = 253'402'300'799'000; // the end of the year 9999
        const auto count = value.get<qint64>();
        return count > 0 && count <= farthest ? std::optional(TimePoint(std::chrono::milliseconds(count)))
                                              : std::nullopt;
    }
    if (!value.is_string()) {
        return std::nullopt;
    }
    QString text = QString::fromStdString(value.get_ref<const std::string &>());
    // As some versions of the AWS tools write it.
    text.replace(QLatin1String("UTC"), QLatin1String("Z"));
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone::utc());
    }
    return TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

Result<Credentials> makeCredentials(const QByteArray &accessKeyId, const QByteArray &secretAccessKey,
    const QByteArray &sessionToken, const QString &source)
{
    if (!isHeaderWord(accessKeyId)) {
        return missing(source, "access key id");
    }
    if (!isHeaderWord(secretAccessKey)) {
        return missing(source, "secret access key");
    }
    if (!sessionToken.isEmpty() && !isHeaderWord(sessionToken)) {
        return missing(source, "session token");
    }
    return Credentials {.accessKeyId = Secret(accessKeyId),
        .secretAccessKey = Secret(secretAccessKey),
        .sessionToken = Secret(sessionToken),
        .expiry = std::nullopt};
}

Result<Credentials> readCredentials(const Json &object, const CredentialNames &names, const QString &source)
{
    if (!object.is_object()) {
        return failure(credentialError(QStringLiteral("%1 did not give a JSON object.").arg(source)));
    }
    const QByteArray token = textOf(object, names.sessionToken);
    Result<Credentials> read = makeCredentials(
        textOf(object, names.accessKeyId), textOf(object, names.secretAccessKey), token, source);
    if (!read) {
        return read;
    }
    if (names.isTemporary && token.isEmpty()) {
        return missing(source, names.sessionToken);
    }
    const auto expiry = object.find(names.expiry);
    const bool hasExpiry = expiry != object.end() && !expiry->is_null();
    if (hasExpiry) {
        read->expiry = readTime(*expiry);
    }
    if ((hasExpiry || names.isTemporary) && !read->expiry) {
        return missing(source, names.expiry);
    }
    return read;
}

} // namespace nexus::aws
