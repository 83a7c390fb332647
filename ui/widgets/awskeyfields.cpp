// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/awskeyfields.h"

#include "ui/widgets/fieldrows.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

namespace nexus {

AwsKeyFields::AwsKeyFields(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_id(new QLineEdit(this))
    , m_secret(new SecretField(this))
    , m_token(new SecretField(this))
{
    m_id->setObjectName(name + QStringLiteral("AccessIdField"));
    m_secret->setObjectName(name + QStringLiteral("SecretField"));
    m_token->setObjectName(name + QStringLiteral("TokenField"));
    m_id->setPlaceholderText(QStringLiteral("AKIA…"));
    m_token->setPlaceholderText(tr("Only with temporary credentials"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    addField(layout, tr("Access key ID"), m_id);
    addField(layout, tr("Secret access key"), m_secret);
    addField(layout, tr("Session token"), m_token);
    setFocusProxy(m_id);
    for (QLineEdit *const field :
        {m_id, static_cast<QLineEdit *>(m_secret), static_cast<QLineEdit *>(m_token)}) {
        connect(field, &QLineEdit::textChanged, this, &AwsKeyFields::changed);
    }
}

bool AwsKeyFields::hasInput() const
{
    return !m_id->text().trimmed().isEmpty() || !m_secret->secret().isEmpty() || !m_token->secret().isEmpty();
}

KeySource AwsKeyFields::source(const QString &name) const
{
    return awsKeysCalled(name, !m_token->secret().isEmpty());
}

std::vector<NamedKey> AwsKeyFields::keys(const KeySource &source) const
{
    BedrockAccess access;
    fill(access);
    std::vector<NamedKey> out {
        {source.awsKeys.at(0), access.accessKeyId}, {source.awsKeys.at(1), access.secretAccessKey}};
    if (source.awsKeys.size() > 2) {
        out.push_back({source.awsKeys.at(2), access.sessionToken});
    }
    return out;
}

void AwsKeyFields::fill(BedrockAccess &access) const
{
    access.accessKeyId = Secret(m_id->text().trimmed().toUtf8());
    access.secretAccessKey = m_secret->secret();
    access.sessionToken = m_token->secret();
}

void AwsKeyFields::wipe()
{
    m_id->clear();
    m_secret->wipe();
    m_token->wipe();
}

QString AwsKeyFields::problem() const
{
    if (m_id->text().trimmed().isEmpty()) {
        return tr("Enter the ID of the access key.");
    }
    return m_secret->secret().isEmpty() ? tr("Paste the secret access key.") : QString();
}

} // namespace nexus
