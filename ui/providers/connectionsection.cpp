// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/connectionsection.h"

#include "base/units.h"
#include "ui/models/configdesk.h"
#include "ui/models/keysource.h"
#include "ui/models/providerdraft.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/regionbox.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace nexus {

namespace {

// In the order of m_fields.
constexpr std::array<QString ProviderSettings::*, 9> TEXTS {&ProviderSettings::baseUrl,
    &ProviderSettings::region, &ProviderSettings::connect, &ProviderSettings::firstByte,
    &ProviderSettings::idle, &ProviderSettings::total, &ProviderSettings::maxAttempts,
    &ProviderSettings::baseDelay, &ProviderSettings::maxDelay};

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

// What holds without a line of the provider's own.
std::array<QString, 9> defaultsOf(const ProviderConfig &provider, const LlmConfig &llm, const QString &region)
{
    const bool isAzure = provider.type == ProviderType::Azure;
    return {isAzure ? QStringLiteral("https://my-resource.openai.azure.com")
                    : addressText(defaultBaseUrl(provider.type)),
        regionText(region), timeText(llm.timeouts.connect), timeText(llm.timeouts.firstByte),
        timeText(llm.timeouts.idle), timeText(llm.timeouts.total), QString::number(llm.retries.maxAttempts),
        timeText(llm.retries.baseDelay), timeText(llm.retries.maxDelay)};
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

} // namespace

ConnectionSection::ConnectionSection(const ConsoleParts &parts, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_facts(new QWidget(this))
    , m_edit(new QPushButton(tr("Edit"), this))
    , m_editHeaders(linkButton(tr("Edit headers in Settings"), m_facts))
    , m_editor(new QWidget(this))
    , m_nameField(new QLineEdit(m_editor))
    , m_regionBox(new RegionBox(m_editor))
    , m_changed(new ChangedBar(QStringLiteral("providerEditChanged"), m_editor))
    , m_diff(new DiffView(m_editor))
    , m_problem(dimLabel({}, m_editor))
    , m_banner(new Banner(m_editor))
    , m_save(primaryButton(tr("Save"), m_editor))
    , m_cancel(new QPushButton(tr("Cancel"), m_editor))
{
    setProperty("look", QStringLiteral("card"));
    auto *const head = new QHBoxLayout;
    head->addWidget(sectionLabel(tr("Connection"), this), 1);
    head->addWidget(m_edit);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_editor);
    auto *const facts = new QVBoxLayout(m_facts);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(grid::unit);
    makeFacts(facts);
    auto *const editor = new QVBoxLayout(m_editor);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->setSpacing(grid::unit + 4);
    makeFields(editor);
    makeFoot(editor);
    m_preview.setSingleShot(true);
    m_preview.setInterval(std::chrono::milliseconds(120));
    connect(&m_preview, &QTimer::timeout, this, &ConnectionSection::showPreview);
    connect(m_edit, &QPushButton::clicked, this, &ConnectionSection::edit);
    connect(m_editHeaders, &QPushButton::clicked, this, &ConnectionSection::headersWanted);
    connect(&m_parts.config, &ConfigDesk::changed, this, &ConnectionSection::followFile);
    connect(m_changed, &ChangedBar::theirsWanted, this, [this] {
        fill(m_base.takeTheirs(typed()));
        showConflicts();
    });
    connect(m_changed, &ChangedBar::mineWanted, this, [this] {
        m_base.keepMine();
        showConflicts();
    });
    showEditor(false);
}

void ConnectionSection::setProvider(const QString &name)
{
    if (m_name != name) {
        if (isEditing() && provider() == nullptr) {
            Q_EMIT lost(
                tr("%1 was removed or renamed in the file by others. What was typed is gone.").arg(m_name));
        }
        m_name = name;
        showEditor(false);
    }
    showFacts();
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
    m_timeouts->setText(tr("connect %1, first byte %2, silence %3, whole answer %4")
                            .arg(timeText(config->timeouts.connect), timeText(config->timeouts.firstByte),
                                timeText(config->timeouts.idle), timeText(config->timeouts.total)));
    m_retries->setText(tr("up to %n attempt(s), pauses of %1 to %2", nullptr, config->retries.maxAttempts)
                           .arg(timeText(config->retries.baseDelay), timeText(config->retries.maxDelay)));
    QStringList headers;
    std::ranges::transform(config->headers, std::back_inserter(headers), headerText);
    m_headers->setText(headers.isEmpty() ? tr("none") : headers.join(QLatin1Char('\n')));
}

void ConnectionSection::edit()
{
    const Result<ConfigText> text = m_parts.config.text();
    const ProviderConfig *const config = provider();
    if (!text || config == nullptr) {
        return;
    }
    const bool isBedrock = config->type == ProviderType::Bedrock;
    const ProviderSettings now = settingsOf(*text, m_name);
    const std::array<QString, fieldCount> defaults = defaultsOf(*config, m_parts.host.config()->llm,
        isBedrock ? usualRegion(*config, m_parts.host.environment()) : QString());
    m_base = FormBase(now);
    m_nameField->setText(m_name);
    for (std::size_t i = 0; i < fieldCount; ++i) {
        m_fields[i]->setPlaceholderText(defaults[i]);
    }
    fill(now);
    m_changed->ask({});
    m_regionBox->setVisible(isBedrock);
    m_regionLabel->setVisible(isBedrock);
    m_banner->hide();
    showEditor(true);
    showPreview();
    m_nameField->setFocus();
    m_nameField->selectAll();
    // Once the fields have their places.
    QTimer::singleShot(0, this, [this] {
        for (QWidget *widget = parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
            if (auto *const area = qobject_cast<QScrollArea *>(widget)) {
                area->ensureWidgetVisible(m_save);
                area->ensureWidgetVisible(m_nameField);
            }
        }
    });
}

void ConnectionSection::fill(const ProviderSettings &settings)
{
    for (std::size_t i = 0; i < fieldCount; ++i) {
        if (m_fields[i]->text().trimmed() != settings.*TEXTS[i]) {
            m_fields[i]->setText(settings.*TEXTS[i]);
        }
    }
    m_regionBox->setRegion(settings.region);
}

// What others have changed meanwhile is taken over or asked about.
void ConnectionSection::followFile()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!isEditing() || !text || !hasProvider(*text, m_name)) {
        return;
    }
    fill(m_base.follow(settingsOf(*text, m_name), typed()));
    showConflicts();
}

void ConnectionSection::showConflicts()
{
    const std::array<QString, fieldCount> titles = fieldTitles();
    QStringList fields;
    for (const std::size_t place : m_base.conflicts()) {
        fields.append(titles.at(place));
    }
    m_changed->ask(fields);
    showPreview();
}

bool ConnectionSection::isEditing() const
{
    return m_editor->isVisibleTo(this);
}

void ConnectionSection::showEditor(bool isShown)
{
    m_facts->setVisible(!isShown);
    m_editor->setVisible(isShown);
    m_edit->setVisible(!isShown);
}

ProviderSettings ConnectionSection::typed() const
{
    ProviderSettings out;
    for (std::size_t i = 0; i < fieldCount; ++i) {
        out.*TEXTS[i] = m_fields[i]->text().trimmed();
    }
    return out;
}

Result<ConfigText> ConnectionSection::edited(const ConfigText &text) const
{
    const Result<ConfigText> out = withSettings(text, m_name, typed());
    const QString name = m_nameField->text().trimmed();
    return !out || name == m_name ? out : withProviderRenamed(*out, m_name, name);
}

QString ConnectionSection::problem() const
{
    QStringList taken;
    if (const ConfigSnapshot config = m_parts.host.config()) {
        for (const ProviderConfig &other : config->llm.providers) {
            if (other.name != m_name) {
                taken.append(other.name);
            }
        }
    }
    if (const QString text = nameProblem(m_nameField->text().trimmed(), taken); !text.isEmpty()) {
        return text;
    }
    const ProviderSettings now = typed();
    const QString address = now.baseUrl.isEmpty() ? QString() : addressProblem(now.baseUrl);
    return address.isEmpty() ? regionProblem(now.region) : address;
}

void ConnectionSection::onChanged()
{
    m_problem->setText(problem());
    m_preview.start();
}

void ConnectionSection::showPreview()
{
    m_preview.stop();
    const Result<ConfigText> before = m_parts.config.text();
    const Result<ConfigText> after = before ? edited(*before) : before;
    if (!after) {
        m_problem->setText(after.error().message);
        m_save->setEnabled(false);
        return;
    }
    const ConfigPreview preview = m_parts.config.preview(after->bytes());
    QString trouble = hasProvider(*before, m_name)
        ? problem()
        : tr("It is not in the file any more: others have removed or renamed it.");
    if (trouble.isEmpty() && !preview.config) {
        trouble = preview.config.error().message;
    }
    m_problem->setText(trouble);
    m_diff->setHunks(preview.hunks);
    m_diff->setVisible(!preview.hunks.empty());
    m_save->setEnabled(trouble.isEmpty() && !preview.hunks.empty() && !m_base.isAsking());
}

void ConnectionSection::onSave()
{
    followFile(); // its change may not have been noticed yet
    showPreview();
    if (!m_save->isEnabled()) {
        return;
    }
    const QString from = m_name;
    const QString to = m_nameField->text().trimmed();
    const Result<void> written
        = m_parts.config.apply([this](const ConfigText &text) { return edited(text); });
    if (!written) {
        m_banner->say(Banner::Kind::Bad, written.error().message);
        return;
    }
    showEditor(false);
    if (from != to) {
        Q_EMIT renamed(from, to);
    }
}

const ProviderConfig *ConnectionSection::provider() const
{
    const ConfigSnapshot config = m_parts.host.config();
    return config ? config->provider(m_name) : nullptr;
}

} // namespace nexus
