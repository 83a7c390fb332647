// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/credentialsentry.h"

#include "ui/widgets/awskeyfields.h"
#include "ui/widgets/keyentry.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"
#include "upstream/aws/sharedfiles.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nexus {

CredentialsEntry::CredentialsEntry(const QString &name, const Environment &environment, QWidget *parent)
    : QWidget(parent)
    , m_environment(environment)
    , m_way(new QComboBox(this))
    , m_key(new KeyEntry(name, environment, this))
    , m_awsKeys(new AwsKeyFields(name, this))
    , m_profile(new QComboBox(this))
    , m_hint(dimLabel({}, this))
{
    makeFields(name);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    for (QWidget *const part :
        {static_cast<QWidget *>(m_way), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_awsKeys),
            static_cast<QWidget *>(m_profile), static_cast<QWidget *>(m_hint)}) {
        layout->addWidget(part);
    }
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        showWay();
        Q_EMIT changed();
    });
    connect(m_key, &KeyEntry::changed, this, &CredentialsEntry::changed);
    connect(m_awsKeys, &AwsKeyFields::changed, this, &CredentialsEntry::changed);
    connect(m_profile, &QComboBox::editTextChanged, this, &CredentialsEntry::changed);
    const QList<QLineEdit *> fields = findChildren<QLineEdit *>();
    for (const QLineEdit *const field : fields) {
        connect(field, &QLineEdit::returnPressed, this, &CredentialsEntry::submitted);
    }
    begin({});
}

void CredentialsEntry::makeFields(const QString &name)
{
    const auto add = [this](Way way, const QString &title) { m_way->addItem(title, static_cast<int>(way)); };
    m_way->setObjectName(name + QStringLiteral("WayBox"));
    m_way->setAccessibleName(tr("How requests are signed"));
    add(Way::Key, tr("API key"));
    add(Way::AwsKeys, tr("Access key"));
    add(Way::AwsProfile, tr("Profile of the AWS tools"));
    add(Way::AwsTools, tr("What this machine has"));
    m_profile->setEditable(true);
    m_profile->setInsertPolicy(QComboBox::NoInsert);
    m_profile->setAccessibleName(tr("Profile of the AWS tools"));
    m_profile->lineEdit()->setObjectName(name + QStringLiteral("ProfileField"));
    m_profile->lineEdit()->setPlaceholderText(QStringLiteral("default"));
}

void CredentialsEntry::begin(const ProviderPreset &preset, const KeySource &now)
{
    using Kind = KeySource::Kind;
    m_preset = preset;
    ProviderPreset asked = preset;
    if (preset.type == ProviderType::Bedrock) {
        asked.key = ProviderPreset::Key::Required; // to sign without one is another way
    }
    m_key->setPreset(asked);
    m_awsKeys->wipe();
    showProfiles();
    m_profile->setEditText(now.kind == Kind::AwsProfile ? now.name : QString());
    const bool isProfile = now.kind == Kind::AwsProfile;
    setWay(isProfile ? Way::AwsProfile : now.isAws() ? Way::AwsKeys : Way::Key);
    showWay();
    Q_EMIT changed();
}

void CredentialsEntry::useEnvironment()
{
    if (way() == Way::Key) {
        m_key->useEnvironment();
        return;
    }
    setWay(Way::AwsTools);
}

KeySource CredentialsEntry::source(const QString &name) const
{
    switch (way()) {
    case Way::Key:
        return m_key->source(name);
    case Way::AwsKeys:
        return m_awsKeys->source(name);
    case Way::AwsProfile:
        return {.kind = KeySource::Kind::AwsProfile, .name = profile()};
    case Way::AwsTools:
        break;
    }
    return {};
}

std::vector<NamedKey> CredentialsEntry::keys(const KeySource &source) const
{
    if (source.kind == KeySource::Kind::AwsKeys) {
        return m_awsKeys->keys(source);
    }
    if (source.kind == KeySource::Kind::Keychain) {
        return {{source.name, m_key->key()}};
    }
    return {};
}

void CredentialsEntry::fill(ProviderConfig &provider) const
{
    provider.apiKeys.clear();
    provider.bedrock = {.region = provider.bedrock.region};
    switch (way()) {
    case Way::Key:
        if (const Secret key = m_key->key(); !key.isEmpty()) {
            provider.apiKeys.push_back(key);
        }
        return;
    case Way::AwsKeys:
        m_awsKeys->fill(provider.bedrock);
        return;
    case Way::AwsProfile:
        provider.bedrock.profile = profile();
        return;
    case Way::AwsTools:
        return;
    }
}

void CredentialsEntry::wipe()
{
    m_key->wipe();
    m_awsKeys->wipe();
}

bool CredentialsEntry::hasInput() const
{
    return !m_key->key().isEmpty() || m_awsKeys->hasInput();
}

bool CredentialsEntry::isComplete() const
{
    return problem().isEmpty() && (way() != Way::Key || !m_key->key().isEmpty());
}

QString CredentialsEntry::problem() const
{
    switch (way()) {
    case Way::Key:
        return m_key->problem();
    case Way::AwsKeys:
        return m_awsKeys->problem();
    case Way::AwsProfile:
        return profile().isEmpty() ? tr("Name the profile.") : QString();
    case Way::AwsTools:
        break;
    }
    return {};
}

void CredentialsEntry::showWay()
{
    const Way now = way();
    m_way->setVisible(m_preset.type == ProviderType::Bedrock);
    m_key->setVisible(now == Way::Key);
    m_awsKeys->setVisible(now == Way::AwsKeys);
    m_profile->setVisible(now == Way::AwsProfile);
    m_hint->setVisible(now != Way::Key);
    // The first part that is seen: what lies before the proxy is never reached with the Tab key.
    if (m_preset.type == ProviderType::Bedrock) {
        setFocusProxy(m_way);
    } else {
        setFocusProxy(m_key);
    }
    switch (now) {
    case Way::Key:
        break;
    case Way::AwsKeys:
        m_hint->setText(tr("All parts go into the keychain. The file only names them."));
        break;
    case Way::AwsProfile:
        m_hint->setText(tr("Read from ~/.aws at each start. Single sign-on and roles work too."));
        break;
    case Way::AwsTools:
        m_hint->setText(
            tr("Signs with what the AWS tools find here: variables, the default profile, or the role "
               "of this machine or container."));
        break;
    }
}

// Read when the form is opened, as somebody may just have added one.
void CredentialsEntry::showProfiles()
{
    const QSignalBlocker quiet(m_profile);
    m_profile->clear();
    if (m_preset.type == ProviderType::Bedrock) {
        m_profile->addItems(aws::SharedFiles::read(m_environment).profileNames());
    }
}

CredentialsEntry::Way CredentialsEntry::way() const
{
    return m_preset.type == ProviderType::Bedrock ? static_cast<Way>(m_way->currentData().toInt()) : Way::Key;
}

void CredentialsEntry::setWay(Way way)
{
    m_way->setCurrentIndex(m_way->findData(static_cast<int>(way)));
}

QString CredentialsEntry::profile() const
{
    return m_profile->currentText().trimmed();
}

} // namespace nexus
