// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/stsfetch.h"

#include "upstream/aws/awsendpoint.h"
#include "upstream/aws/credentialjson.h"
#include "upstream/aws/sigv4.h"

#include <QFile>
#include <QHash>
#include <QUrl>
#include <QXmlStreamReader>

#include <algorithm>

namespace nexus::aws {

namespace {

constexpr qint64 MAX_TOKEN_SIZE = 64 * 1024;
constexpr auto FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

QString sourceName()
{
    return QStringLiteral("The AWS Security Token Service");
}

void addField(QByteArray &form, const char *name, const QByteArray &value)
{
    if (!value.isEmpty()) {
        form += QByteArray("&") + name + '=' + value.toPercentEncoding();
    }
}

// The texts of the few elements that matter; their names are the same in answers and refusals.
QHash<QString, QString> elementTexts(const QByteArray &xml)
{
    QHash<QString, QString> texts;
    QXmlStreamReader reader(xml);
    QString name;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            name = reader.name().toString();
        } else if (reader.isEndElement()) {
            name.clear();
        } else if (reader.isCharacters() && !name.isEmpty()) {
            texts[name] += reader.text();
        }
    }
    return reader.hasError() ? QHash<QString, QString>() : texts;
}

bool isErrorCode(const QString &code)
{
    return !code.isEmpty() && code.size() <= 64
        && std::ranges::all_of(code, [](QChar c) { return c.isLetterOrNumber() || c == u'.'; });
}

} // namespace

Result<QByteArray> StsFetch::form() const
{
    const bool isWeb = !m_role.tokenFile.isEmpty();
    QByteArray form = QByteArray("Action=") + (isWeb ? "AssumeRoleWithWebIdentity" : "AssumeRole");
    addField(form, "Version", "2011-06-15");
    addField(form, "RoleArn", m_role.arn.toUtf8());
    addField(form, "RoleSessionName",
        m_role.sessionName.isEmpty() ? QByteArray("nexus") : m_role.sessionName.toUtf8());
    addField(form, "ExternalId", m_role.externalId.toUtf8());
    addField(form, "DurationSeconds", m_role.duration.toUtf8());
    if (!isWeb) {
        return form;
    }
    QFile file(expandedPath(m_role.tokenFile, tools().environment));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(credentialError(QStringLiteral("The web identity's token file cannot be read."),
            QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())));
    }
    const QByteArray token = file.read(MAX_TOKEN_SIZE).trimmed();
    if (token.isEmpty()) {
        return failure(
            credentialError(QStringLiteral("The web identity's token file is empty."), file.fileName()));
    }
    addField(form, "WebIdentityToken", token);
    return form;
}

void StsFetch::start()
{
    const QString region = m_role.region.isEmpty() ? QStringLiteral("us-east-1") : m_role.region;
    const Result<QUrl> base = serviceUrl(securityTokens, region, tools().environment);
    const Result<QByteArray> body = form();
    if (!base || !body) {
        const Error &error = base ? body.error() : base.error();
        fail(error.message, error.detail);
        return;
    }
    QUrl url(*base);
    url.setPath(base->path() + u'/');
    QNetworkRequest request(url);
    request.setRawHeader("Content-Type", FORM_TYPE);
    request.setRawHeader("Accept", "text/xml");
    if (m_signer) {
        const SigningRequest signing {.method = "POST",
            .path = url.path(QUrl::FullyEncoded).toLatin1(),
            .query = {},
            .headers = {{"Host", url.authority(QUrl::FullyEncoded).toLatin1()}, {"Content-Type", FORM_TYPE}},
            .body = *body};
        const SigningScope scope {.region = region.toLatin1(), .service = "sts", .time = tools().clock()};
        for (const auto &[name, value] : signatureHeaders(signing, *m_signer, scope)) {
            request.setRawHeader(name, value);
        }
    }
    send(WebRoute::Web, "POST", request, *body, tools().limits.web,
        [this](const HttpOutcome &outcome) { onAnswer(outcome); });
}

void StsFetch::onAnswer(const HttpOutcome &outcome)
{
    if (!outcome) {
        fail(QStringLiteral("%1 %2.").arg(sourceName(), outcome.error()));
        return;
    }
    Q_EMIT finished(readStsAnswer(outcome->status, outcome->body));
}

Result<Credentials> readStsAnswer(int status, const QByteArray &xml)
{
    const QHash<QString, QString> texts = elementTexts(xml);
    if (status != 200) {
        const QString code = texts.value(QStringLiteral("Code")).trimmed();
        return failure(
            credentialError(QStringLiteral("%1 refused the role with status %2%3. Check the role's arn and "
                                           "trust policy.")
                                .arg(sourceName())
                                .arg(status)
                                .arg(isErrorCode(code) ? QStringLiteral(" (%1)").arg(code) : QString())));
    }
    const auto text = [&texts](const char *name) { return texts.value(QLatin1String(name)).trimmed(); };
    const Json parts {{"AccessKeyId", text("AccessKeyId").toStdString()},
        {"SecretAccessKey", text("SecretAccessKey").toStdString()},
        {"SessionToken", text("SessionToken").toStdString()},
        {"Expiration", text("Expiration").toStdString()}};
    return readCredentials(parts, {}, sourceName());
}

} // namespace nexus::aws
