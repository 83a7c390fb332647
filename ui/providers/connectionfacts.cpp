// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/connectionsection.h"

#include "base/units.h"
#include "service/gatewayhost.h"
#include "ui/models/keysource.h"
#include "ui/widgets/fieldrows.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

namespace {

QString timeText(std::chrono::milliseconds time)
{
    return time.count() == 0 ? ConnectionSection::tr("none") : formatDuration(time);
}

QString addressText(const QUrl &address)
{
    return address.isEmpty() ? ConnectionSection::tr("the usual one") : address.toString();
}

QString regionText(const QString &region)
{
    return region.isEmpty() ? ConnectionSection::tr("none") : region;
}

QString headerText(const HeaderRule &rule)
{
    const QString name = rule.name.isEmpty() ? rule.pattern : QString::fromLatin1(rule.name);
    switch (rule.kind) {
    case HeaderRule::Kind::Forward:
        return ConnectionSection::tr("%1: passed on").arg(name);
    case HeaderRule::Kind::Remove:
        return ConnectionSection::tr("%1: taken out").arg(name);
    case HeaderRule::Kind::RenameDuplicate:
        return ConnectionSection::tr("%1: also sent as %2").arg(name, QString::fromLatin1(rule.rename));
    case HeaderRule::Kind::Insert:
        break;
    }
    return QStringLiteral("%1: ••••%2").arg(name, lastFour(rule.value));
}

// A row that is hidden as a whole.
QLabel *addRow(QBoxLayout *layout, const QString &label, QWidget *row)
{
    auto *const inner = new QVBoxLayout(row);
    inner->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row);
    return addFact(inner, label, row);
}

} // namespace

void ConnectionSection::makeFacts(QBoxLayout *layout)
{
    m_address = addFact(layout, tr("Address"), m_facts);
    m_regionFact = new QWidget(m_facts);
    m_region = addRow(layout, tr("Region"), m_regionFact);
    m_versionFact = new QWidget(m_facts);
    m_version = addRow(layout, tr("API version"), m_versionFact);
    m_filter = addFact(layout, tr("Models offered"), m_facts);
    m_forwardFact = new QWidget(m_facts);
    m_forwarded = addRow(layout, tr("Keys of clients"), m_forwardFact);
    m_timeouts = addFact(layout, tr("Timeouts"), m_facts);
    m_retries = addFact(layout, tr("Retries"), m_facts);
    m_headers = addFact(layout, tr("Headers"), m_facts);
    m_address->setObjectName(QStringLiteral("providerAddress"));
    m_region->setObjectName(QStringLiteral("providerRegion"));
    m_version->setObjectName(QStringLiteral("providerApiVersion"));
    m_filter->setObjectName(QStringLiteral("providerOffered"));
    m_forwarded->setObjectName(QStringLiteral("providerClientKeys"));
    m_headers->setObjectName(QStringLiteral("providerHeaders"));
    m_edit->setObjectName(QStringLiteral("providerEditButton"));
    m_editHeaders->setObjectName(QStringLiteral("providerHeadersLink"));
    layout->addWidget(m_editHeaders, 0, Qt::AlignLeft);
}

// What holds without a line of the provider's own. In the order of m_fields.
std::array<QString, ConnectionSection::fieldCount> ConnectionSection::defaults(
    const ProviderConfig &provider) const
{
    const LlmConfig &llm = m_parts.host.config()->llm;
    const bool isBedrock = provider.type == ProviderType::Bedrock;
    const bool isAzure = provider.type == ProviderType::Azure;
    return {isAzure ? QStringLiteral("https://my-resource.openai.azure.com")
                    : addressText(defaultBaseUrl(provider.type)),
        regionText(isBedrock ? usualRegion(provider, m_parts.host.environment()) : QString()),
        QStringLiteral("2024-10-21"), tr("all"), timeText(llm.timeouts.connect),
        timeText(llm.timeouts.firstByte), timeText(llm.timeouts.idle), timeText(llm.timeouts.total),
        QString::number(llm.retries.maxAttempts), timeText(llm.retries.baseDelay),
        timeText(llm.retries.maxDelay)};
}

void ConnectionSection::showFacts()
{
    const ProviderConfig *const config = provider();
    if (config == nullptr) {
        return;
    }
    m_edit->setVisible(config->type != ProviderType::Demo && !isEditing());
    const bool isBedrock = config->type == ProviderType::Bedrock;
    m_address->setText(addressText(config->baseUrl));
    m_regionFact->setVisible(isBedrock);
    if (isBedrock) {
        const QString &own = config->bedrock.region;
        m_region->setText(own.isEmpty() ? regionText(usualRegion(*config, m_parts.host.environment())) : own);
    }
    m_versionFact->setVisible(config->type == ProviderType::Azure);
    m_version->setText(QString::fromLatin1(config->apiVersion));
    m_filter->setText(
        config->modelFilter.isEmpty() ? tr("all") : tr("those whose name fits %1").arg(config->modelFilter));
    m_forwardFact->setVisible(!isBedrock && config->type != ProviderType::Demo);
    m_forwarded->setText(config->isTokenForwarded ? tr("used where a client sends one") : tr("not used"));
    m_timeouts->setText(tr("connect %1, first byte %2, silence %3, whole answer %4")
                            .arg(timeText(config->timeouts.connect), timeText(config->timeouts.firstByte),
                                timeText(config->timeouts.idle), timeText(config->timeouts.total)));
    m_retries->setText(tr("up to %n attempt(s), pauses of %1 to %2", nullptr, config->retries.maxAttempts)
                           .arg(timeText(config->retries.baseDelay), timeText(config->retries.maxDelay)));
    QStringList headers;
    std::ranges::transform(config->headers, std::back_inserter(headers), headerText);
    m_headers->setText(headers.isEmpty() ? tr("none") : headers.join(QLatin1Char('\n')));
}

} // namespace nexus
