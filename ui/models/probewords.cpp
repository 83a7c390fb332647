// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/probewords.h"

#include "contract/httpfetcher.h"
#include "ui/models/words.h"

#include <QCoreApplication>

namespace nexus {

namespace {

using Verdict = ProbeReport::Verdict;

QString say(const char *text, int count = -1)
{
    return QCoreApplication::translate("nexus::ProbeWords", text, nullptr, count);
}

QString works(const ProbeReport &report)
{
    const QString time = words::duration(report.latency);
    if (!report.models) {
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords", "It works: the key was accepted, in %1."))
            .arg(time);
    }
    if (report.latency.count() == 0) {
        return say(QT_TRANSLATE_N_NOOP("nexus::ProbeWords", "It works: %n model(s)."), *report.models);
    }
    return say(QT_TRANSLATE_N_NOOP("nexus::ProbeWords", "It works: %n model(s), in %1."), *report.models)
        .arg(time);
}

QString wrongKey(const ProbeReport &report)
{
    const QString status = QString::number(report.status);
    if (report.status == 403) {
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "The key may not list models (%1). Check its permissions, and that it belongs to this "
                       "organisation."))
            .arg(status);
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                   "The key was refused (%1). Check that it is whole and belongs to this organisation."))
        .arg(status);
}

QString wrongUrl(const ProbeReport &report, const QString &host)
{
    if (report.status == 404) {
        return say(
            QT_TRANSLATE_NOOP("nexus::ProbeWords",
                "%1 answers, but has no list of models at this address (404). Check the path; it often "
                "ends in /v1."))
            .arg(host);
    }
    if (report.status >= 300 && report.status < 400) {
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "%1 sends to another address (%2). Enter the address of the API itself."))
            .arg(host)
            .arg(report.status);
    }
    if (report.status >= 400) {
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "%1 refused to list its models (%2). Check the address and the type of the provider."))
            .arg(host)
            .arg(report.status);
    }
    return say(
        QT_TRANSLATE_NOOP("nexus::ProbeWords",
            "Something else answers at %1, perhaps a web page. Check the address; it often ends in /v1."))
        .arg(host);
}

QString noConnection(const ProbeReport &report, const QString &host)
{
    if (report.error.code == connectionRefused) {
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "Nothing listens at %1. Check that the server runs, and its port."))
            .arg(host);
    }
    return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                   "%1 cannot be reached. Check your network, the proxy and the address."))
        .arg(host);
}

QString tlsProblem(const ProbeReport &report, const QString &host)
{
    const QString text
        = say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                  "No secure connection to %1: its certificate is not trusted, or it speaks no "
                  "TLS. A certificate of your own belongs under tls.ca_certificate; a server "
                  "without TLS is http://."))
              .arg(host);
    return report.error.detail.isEmpty() ? text : QStringLiteral("%1\n%2").arg(text, report.error.detail);
}

QString withPort(const QUrl &url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

} // namespace

QString probeSentence(const ProbeReport &report, const ProviderConfig &provider)
{
    const QString host = provider.baseUrl.isEmpty() ? provider.name : withPort(provider.baseUrl);
    switch (report.verdict) {
    case Verdict::Works:
        return works(report);
    case Verdict::NoModels:
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
            "It answers, but lists no models. Load or install one there first, or name one in the file."));
    case Verdict::MissingKey:
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords", "It needs a key. Paste one and test again."));
    case Verdict::WrongKey:
        return wrongKey(report);
    case Verdict::HostNotFound:
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "%1 was not found. Check your network and the spelling of the address."))
            .arg(host);
    case Verdict::NoConnection:
        return noConnection(report, host);
    case Verdict::TlsFailed:
        return tlsProblem(report, host);
    case Verdict::WrongUrl:
        return wrongUrl(report, host);
    case Verdict::Timeout:
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "%1 did not answer in time. Check your network, the proxy and the address."))
            .arg(host);
    case Verdict::Limited:
        return say(
            QT_TRANSLATE_NOOP("nexus::ProbeWords",
                "The key is accepted, but has used up its share or its credit (%1). Check the plan and "
                "the billing there."))
            .arg(report.status);
    case Verdict::ProviderFault:
        return say(QT_TRANSLATE_NOOP("nexus::ProbeWords",
                       "%1 answers with a failure of its own (%2). Try again in a while."))
            .arg(host)
            .arg(report.status);
    case Verdict::Other:
        break;
    }
    return report.error.message;
}

} // namespace nexus
