// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/providerform.h"

#include "ui/models/configdesk.h"
#include "ui/models/modelnames.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/credentialsentry.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/keysavepanel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/probeline.h"
#include "ui/widgets/regionbox.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds previewDelay {120};

} // namespace

ProviderForm::ProviderForm(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_saver(parts.keys)
    , m_title(sectionLabel({}, this))
    , m_note(dimLabel({}, this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_region(new RegionBox(this))
    , m_apiVersion(new QLineEdit(this))
    , m_models(new QLineEdit(this))
    , m_addressProblem(dimLabel({}, this))
    , m_key(new CredentialsEntry(QStringLiteral("providerKey"), parts.host.environment(), this))
    , m_probe(new ProbeLine(
          QStringLiteral("providerTest"), parts.host.environment(),
          [this] {
              ProviderConfig asked = configOf(draft());
              m_key->fill(asked);
              return asked;
          },
          this))
    , m_diffTitle(dimLabel({}, this))
    , m_diff(new DiffView(this))
    , m_problem(dimLabel({}, this))
    , m_banner(new Banner(this))
    , m_keychain(new KeySavePanel(QStringLiteral("providerKeychain"), m_saver, this))
    , m_save(primaryButton(tr("Save"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit + grid::unit / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    makeFields(layout);
    makeFoot(layout);
    layout->addStretch(1);
    nameWidgets();
    connectParts();
}

void ProviderForm::makeFields(QBoxLayout *layout)
{
    addField(layout, tr("Name, the first part of its models' names"), m_name);
    m_addressLabel = addField(layout, tr("Address"), m_address);
    layout->addWidget(m_addressProblem);
    m_apiVersionLabel = addField(layout, tr("API version"), m_apiVersion);
    m_regionLabel = addField(layout, tr("Region"), m_region);
    m_keyLabel = addField(layout, tr("Key"), m_key);
    m_modelsLabel = addField(layout, {}, m_models);
    m_apiVersion->setPlaceholderText(QStringLiteral("2024-10-21"));
    m_region->lineEdit()->setPlaceholderText(QStringLiteral("us-east-1"));
}

void ProviderForm::makeFoot(QBoxLayout *layout)
{
    layout->addWidget(m_diffTitle);
    layout->addWidget(m_diff);
    layout->addWidget(m_keychain);
    layout->addWidget(m_banner);
    layout->addWidget(m_probe);
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    for (QPushButton *const button : {m_save, m_probe->button(), m_cancel}) {
        actions->addWidget(button);
    }
    setTabOrder(m_save, m_probe->button());
    setTabOrder(m_probe->button(), m_cancel);
    actions->addWidget(m_problem, 1);
    layout->addLayout(actions);
}

void ProviderForm::nameWidgets()
{
    m_name->setObjectName(QStringLiteral("providerNameField"));
    m_address->setObjectName(QStringLiteral("providerAddressField"));
    m_addressProblem->setObjectName(QStringLiteral("providerAddressProblem"));
    m_region->lineEdit()->setObjectName(QStringLiteral("providerRegionField"));
    m_apiVersion->setObjectName(QStringLiteral("providerApiVersionField"));
    m_models->setObjectName(QStringLiteral("providerModelsField"));
    m_diff->setObjectName(QStringLiteral("providerDiff"));
    m_save->setObjectName(QStringLiteral("providerSaveButton"));
    m_cancel->setObjectName(QStringLiteral("providerCancelButton"));
    m_problem->setObjectName(QStringLiteral("providerProblem"));
}

void ProviderForm::connectParts()
{
    m_preview.setSingleShot(true);
    m_preview.setInterval(previewDelay);
    connect(&m_preview, &QTimer::timeout, this, &ProviderForm::showPreview);
    for (QLineEdit *const field : {m_name, m_address, m_region->lineEdit(), m_apiVersion, m_models}) {
        connect(field, &QLineEdit::textChanged, this, &ProviderForm::onChanged);
        connect(field, &QLineEdit::returnPressed, this, &ProviderForm::onSave);
    }
    connect(m_key, &CredentialsEntry::changed, this, &ProviderForm::onChanged);
    connect(m_key, &CredentialsEntry::submitted, this, &ProviderForm::onSave);
    connect(m_save, &QPushButton::clicked, this, &ProviderForm::onSave);
    saveByKey(this, [this] { onSave(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_saver.drop();
        m_key->wipe();
        Q_EMIT cancelled();
    });
    connect(m_keychain, &KeySavePanel::environmentWanted, m_key, &CredentialsEntry::useEnvironment);
    connect(&m_saver, &KeySaver::saved, this, &ProviderForm::writeFile);
    connect(&m_saver, &KeySaver::stateChanged, this, [this] {
        showProblem();
        if (m_saver.state() == KeySaver::State::Failed) {
            // Once it has its place.
            QMetaObject::invokeMethod(this, &ProviderForm::showKeychain, Qt::QueuedConnection);
        }
    });
    connect(&m_parts.config, &ConfigDesk::changed, this, [this] {
        showProblem();
        m_preview.start();
    });
}

void ProviderForm::begin(const ProviderPreset &preset)
{
    m_saver.drop();
    m_banner->hide();
    m_preset = preset;
    const ProviderDraft fresh = draftOf(preset, takenNames());
    const bool isBedrock = preset.type == ProviderType::Bedrock;
    const bool isAzure = preset.type == ProviderType::Azure;
    const bool hasKey = preset.key != ProviderPreset::Key::None;
    m_title->setText(tr("Add %1").arg(preset.title));
    m_note->setText(presetNote(preset));
    m_note->setVisible(!m_note->text().isEmpty());
    m_name->setText(fresh.name);
    m_address->setText(fresh.baseUrl);
    m_address->setPlaceholderText(isAzure ? QStringLiteral("https://my-resource.openai.azure.com")
                                          : QStringLiteral("http://127.0.0.1:8080/v1"));
    m_region->setRegion({});
    m_apiVersion->clear();
    m_models->clear();
    m_models->setPlaceholderText(
        isAzure ? QStringLiteral("my-gpt-4o, my-gpt-4o-mini") : tr("only where it cannot list them"));
    m_modelsLabel->setText(
        isAzure ? tr("Deployments, with commas between them") : tr("Models, with commas between them"));
    m_models->setAccessibleName(m_modelsLabel->text());
    m_models->setVisible(preset.isListless);
    m_modelsLabel->setVisible(preset.isListless);
    for (QWidget *const widget :
        {static_cast<QWidget *>(m_address), static_cast<QWidget *>(m_addressLabel)}) {
        widget->setVisible(!isBedrock);
    }
    m_region->setVisible(isBedrock);
    m_regionLabel->setVisible(isBedrock);
    m_apiVersion->setVisible(isAzure);
    m_apiVersionLabel->setVisible(isAzure);
    m_key->setVisible(hasKey);
    m_keyLabel->setVisible(hasKey);
    m_keyLabel->setText(isBedrock ? tr("Signed with") : tr("Key"));
    m_key->begin(preset);
    m_probe->reset();
    showProblem();
    showPreview();
    QWidget *const first = hasKey ? static_cast<QWidget *>(m_key) : m_name;
    (preset.isAddressNeeded ? m_address : first)->setFocus();
}

bool ProviderForm::hasInput() const
{
    return isVisible() && m_key->hasInput();
}

ProviderDraft ProviderForm::draft() const
{
    ProviderDraft out {.preset = m_preset};
    out.name = m_name->text().trimmed();
    out.baseUrl = m_preset.type == ProviderType::Bedrock ? QString() : m_address->text().trimmed();
    out.region = m_region->region();
    out.apiVersion = m_apiVersion->text();
    out.models = typedModels(m_models->text());
    out.key = m_preset.key == ProviderPreset::Key::None ? KeySource() : m_key->source(out.name);
    return out;
}

QStringList ProviderForm::takenNames() const
{
    QStringList names;
    if (const ConfigSnapshot config = m_parts.host.config()) {
        for (const ProviderConfig &provider : config->llm.providers) {
            names.append(provider.name);
        }
    }
    return names;
}

// Of the address, which stands beside its field, or of the region.
QString ProviderForm::placeProblem() const
{
    const ProviderDraft now = draft();
    return m_preset.type == ProviderType::Bedrock ? regionProblem(now.region) : addressProblem(now.baseUrl);
}

QString ProviderForm::problem() const
{
    const ProviderDraft now = draft();
    if (QString text = nameProblem(now.name, takenNames()); !text.isEmpty()) {
        return text;
    }
    if (QString place = placeProblem(); !place.isEmpty()) {
        return place;
    }
    if (m_preset.key == ProviderPreset::Key::None) {
        return {};
    }
    const QString text = m_key->problem();
    return text.isEmpty() ? entriesProblem(now.key) : text;
}

void ProviderForm::onChanged()
{
    m_probe->reset();
    showProblem();
    m_preview.start();
}

void ProviderForm::showProblem()
{
    const QString text = problem();
    const QString place = placeProblem();
    const bool isBusy = m_saver.state() == KeySaver::State::Busy;
    const QString address = m_preset.type == ProviderType::Bedrock ? QString() : place;
    m_addressProblem->setText(address);
    m_addressProblem->setVisible(!address.isEmpty());
    m_address->setAccessibleDescription(address);
    m_problem->setText(isBusy || text == address ? QString() : text);
    m_save->setEnabled(text.isEmpty() && !isBusy);
    if (!place.isEmpty()) {
        m_probe->button()->setEnabled(false); // it would ask, and send the key, somewhere else
    }
}

// What the keychain says stands below, where a small window ends before.
void ProviderForm::showKeychain()
{
    for (QWidget *outer = parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        if (auto *const area = qobject_cast<QScrollArea *>(outer)) {
            area->ensureWidgetVisible(m_keychain);
        }
    }
}

void ProviderForm::showPreview()
{
    m_preview.stop();
    const Result<ConfigText> before = m_parts.config.text();
    const Result<ConfigText> after = before ? withProvider(*before, draft()) : before;
    const bool isShown = after && !draft().name.isEmpty();
    m_diff->setVisible(isShown);
    m_diffTitle->setVisible(isShown);
    if (!isShown) {
        return;
    }
    m_diff->setHunks(m_parts.config.preview(after->bytes()).hunks);
    m_diffTitle->setText(tr("These lines will change in %1").arg(m_parts.config.path()));
}

void ProviderForm::onSave()
{
    if (!m_save->isEnabled()) {
        return;
    }
    m_banner->hide();
    m_saving = draft();
    if (keychainEntries(m_saving.key).isEmpty()) {
        writeFile();
        return;
    }
    m_saver.save(m_key->keys(m_saving.key));
}

void ProviderForm::writeFile()
{
    const Result<void> written
        = m_parts.config.apply([this](const ConfigText &text) { return withProvider(text, m_saving); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return;
    }
    m_key->wipe();
    Q_EMIT added(m_saving.name);
}

} // namespace nexus
