// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/upstreamerror.h"

#include "translate/dialecttable.h"
#include "wire/redaction.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxParsedBody = 1024 * 1024;
constexpr qsizetype maxMessage = 2000;
constexpr qsizetype maxWord = 200;

//! \brief What a provider's error says, without secrets and of a bounded length.
struct Statement {
    QString message;
    QByteArray type;
    QByteArray code;
    QByteArray param;
};

QString limited(const QString &text, qsizetype length)
{
    if (text.size() <= length) {
        return text;
    }
    const bool splitsPair = text[length - 1].isHighSurrogate();
    return text.first(splitsPair ? length - 1 : length);
}

Statement statementOf(const ProviderError &error, const QList<QByteArray> &secrets)
{
    // Redacted before it is cut, so that no half of a key is left at the end.
    const auto clean = [&secrets](const QByteArray &text, qsizetype length) {
        return limited(redacted(QString::fromUtf8(text).trimmed(), secrets), length);
    };
    return {.message = clean(error.message, maxMessage),
        .type = clean(error.type, maxWord).toUtf8(),
        .code = clean(error.code, maxWord).toUtf8(),
        .param = clean(error.param, maxWord).toUtf8()};
}

ErrorKind kindOf(int status)
{
    if (status < 400) {
        return ErrorKind::UpstreamInvalid;
    }
    if (status < 500) {
        return ErrorKind::UpstreamRefused;
    }
    switch (status) {
    case 503:
    case 529:
        return ErrorKind::UpstreamOverloaded;
    case 504:
        return ErrorKind::UpstreamTimeout;
    default:
        return ErrorKind::UpstreamFailed;
    }
}

QString plainSentence(int status, const QString &contentType, const QString &provider)
{
    if (status >= 300 && status < 400) {
        return QStringLiteral("The provider '%1' answered with a redirect (status %2), which is not "
                              "followed. Check its base_url.")
            .arg(provider)
            .arg(status);
    }
    return QStringLiteral("The provider '%1' answered with status %2 and no readable error (%3).")
        .arg(provider)
        .arg(status)
        .arg(contentType);
}

// Seconds or an HTTP date (RFC 9110 section 10.2.3); anything else could be anything and stays away.
QByteArray usableRetryAfter(const QByteArray &value)
{
    const QByteArray text = value.trimmed();
    constexpr qsizetype maxDigits = 10;
    const bool isSeconds = !text.isEmpty() && text.size() <= maxDigits
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const QString form = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    const bool isDate = QLocale::c().toDateTime(QString::fromLatin1(text), form).isValid();
    return isSeconds || isDate ? text : QByteArray();
}

} // namespace

Error upstreamError(const UpstreamAnswer &answer, const UpstreamSide &side)
{
    const QString declared = QString::fromUtf8(answer.headers.value("content-type"));
    const QString contentType = declared.isEmpty() ? QStringLiteral("no content type")
                                                   : limited(redacted(declared, side.secrets), maxWord);
    std::optional<ProviderError> said;
    if (answer.status >= 400 && answer.body.size() <= maxParsedBody) {
        said = readProviderError(side.dialect, answer.status, answer.headers, answer.body);
    }
    const int status = said && said->status != 0 ? said->status : answer.status;
    const Statement statement = said ? statementOf(*said, side.secrets) : Statement();
    Error error;
    error.kind = kindOf(status);
    error.message
        = statement.message.isEmpty() ? plainSentence(status, contentType, side.name) : statement.message;
    const qsizetype size = answer.body.size();
    error.detail = QStringLiteral("status %1, %2, %3")
                       .arg(QString::number(answer.status), contentType,
                           size == 1 ? QStringLiteral("1 byte") : QStringLiteral("%1 bytes").arg(size));
    error.param = statement.param;
    error.code = statement.code;
    error.upstreamStatus = status;
    error.retryAfter = usableRetryAfter(answer.headers.value("retry-after"));
    if (error.retryAfter.isEmpty() && said) {
        error.retryAfter = usableRetryAfter(said->retryAfter);
    }
    if (error.kind == ErrorKind::UpstreamRefused) {
        error.type = statement.type;
    }
    return error;
}

Error streamError(const ProviderError &announced, const QList<QByteArray> &secrets)
{
    const Statement statement = statementOf(announced, secrets);
    Error error;
    error.kind = announced.status == 0 ? ErrorKind::UpstreamFailed : kindOf(announced.status);
    error.upstreamStatus = announced.status;
    error.message = statement.message.isEmpty()
        ? QStringLiteral("The provider reported an error inside its stream.")
        : statement.message;
    error.param = statement.param;
    error.code = statement.code;
    return error;
}

Error streamError(const QByteArray &data, const QList<QByteArray> &secrets)
{
    return streamError(
        readProviderError(ProviderDialect::OpenAi, 0, {}, data).value_or(ProviderError()), secrets);
}

} // namespace nexus
