// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/upstreamerror.h"

#include "wire/json.h"
#include "wire/redaction.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxParsedBody = 1024 * 1024;
constexpr qsizetype maxMessage = 2000;
constexpr qsizetype maxWord = 200;

//! \brief What a provider's error object says, all parts optional.
struct Statement {
    QString message;
    QString type;
    QString code;
    QString param;
};

// Strings as they are, numbers as written; anything else is nothing.
QString textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    if (found->is_string()) {
        return QString::fromStdString(found->get_ref<const std::string &>());
    }
    return found->is_number() ? QString::fromUtf8(toText(*found)) : QString();
}

// The list of faults that Python servers answer with: [{"loc":["body","messages",0],"msg":"…"}]
QString textOfFaults(const Json &faults)
{
    QStringList lines;
    for (const Json &fault : faults) {
        if (!fault.is_object()) {
            continue;
        }
        QStringList path;
        if (const auto loc = fault.find("loc"); loc != fault.end() && loc->is_array()) {
            for (const Json &step : *loc) {
                path.append(step.is_string() ? QString::fromStdString(step.get_ref<const std::string &>())
                                             : QString::fromUtf8(toText(step)));
            }
        }
        const QString text = textOf(fault, "msg");
        lines.append(path.isEmpty() ? text : path.join(QLatin1Char('.')) + QStringLiteral(": ") + text);
    }
    return lines.join(QStringLiteral("; "));
}

Statement statementOf(const Json &object)
{
    Statement statement {.message = textOf(object, "message"),
        .type = textOf(object, "type"),
        .code = textOf(object, "code"),
        .param = textOf(object, "param")};
    // Google's code only repeats the HTTP status; its word for the case stands in `status`.
    const auto code = object.find("code");
    const QString status = textOf(object, "status");
    if (!status.isEmpty() && (code == object.end() || !code->is_string())) {
        statement.code = status;
    }
    return statement;
}

Statement read(const Json &tree)
{
    const Json &answer = tree.is_array() && !tree.empty() ? tree.front() : tree;
    if (!answer.is_object()) {
        return {};
    }
    if (const auto error = answer.find("error"); error != answer.end()) {
        if (error->is_object()) {
            return statementOf(*error);
        }
        if (error->is_string()) {
            Statement statement = statementOf(answer);
            statement.message = textOf(answer, "error");
            return statement;
        }
    }
    Statement statement = statementOf(answer);
    if (const auto detail = answer.find("detail"); statement.message.isEmpty() && detail != answer.end()) {
        statement.message = detail->is_array() ? textOfFaults(*detail) : textOf(answer, "detail");
    }
    return statement;
}

QString limited(const QString &text, qsizetype length)
{
    if (text.size() <= length) {
        return text;
    }
    const bool splitsPair = text[length - 1].isHighSurrogate();
    return text.first(splitsPair ? length - 1 : length);
}

Statement readBody(const QByteArray &body, const QList<QByteArray> &secrets)
{
    const QByteArray text = body.size() <= maxParsedBody ? body.trimmed() : QByteArray();
    if (!text.startsWith('{') && !text.startsWith('[')) {
        return {};
    }
    const auto tree = parseJson(text);
    if (!tree) {
        return {};
    }
    const Statement raw = read(*tree);
    // Redacted before it is cut, so that no half of a key is left at the end.
    return {.message = limited(redacted(raw.message.trimmed(), secrets), maxMessage),
        .type = limited(redacted(raw.type, secrets), maxWord),
        .code = limited(redacted(raw.code, secrets), maxWord),
        .param = limited(redacted(raw.param, secrets), maxWord)};
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

Error upstreamError(int status, const HeaderList &headers, const QByteArray &body, const QString &provider,
    const QList<QByteArray> &secrets)
{
    const QString declared = QString::fromUtf8(headers.value("content-type"));
    const QString contentType = declared.isEmpty() ? QStringLiteral("no content type")
                                                   : limited(redacted(declared, secrets), maxWord);
    const ErrorKind kind = kindOf(status);
    const Statement statement = kind == ErrorKind::UpstreamInvalid ? Statement() : readBody(body, secrets);
    Error error;
    error.kind = kind;
    error.message
        = statement.message.isEmpty() ? plainSentence(status, contentType, provider) : statement.message;
    error.detail = QStringLiteral("status %1, %2, %3 bytes").arg(status).arg(contentType).arg(body.size());
    error.param = statement.param.toUtf8();
    error.code = statement.code.toUtf8();
    error.upstreamStatus = status;
    error.retryAfter = usableRetryAfter(headers.value("retry-after"));
    if (kind == ErrorKind::UpstreamRefused) {
        error.type = statement.type.toUtf8();
    }
    return error;
}

Error streamError(const QByteArray &data, const QList<QByteArray> &secrets)
{
    const Statement statement = readBody(data, secrets);
    Error error;
    error.kind = ErrorKind::UpstreamFailed;
    error.message = statement.message.isEmpty()
        ? QStringLiteral("The provider reported an error inside its stream.")
        : statement.message;
    error.param = statement.param.toUtf8();
    error.code = statement.code.toUtf8();
    return error;
}

} // namespace nexus
