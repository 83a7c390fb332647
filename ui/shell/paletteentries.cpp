// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/paletteentries.h"

#include "service/gatewayhost.h"
#include "ui/models/consolepreferences.h"
#include "ui/models/modelnames.h"
#include "ui/models/snippets.h"
#include "ui/shell/sidebar.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace nexus {

namespace {

class Entries final {
    Q_DECLARE_TR_FUNCTIONS(CommandPalette)

public:
    Entries(const ConsoleParts &parts, const std::function<void(const PageLink &)> &open)
        : m_parts(parts)
        , m_open(open)
    { }

    void addPages()
    {
        constexpr std::array icons {
            "overview", "log", "providers", "models", "usage", "playground", "settings"};
        for (std::size_t i = 0; i < icons.size(); ++i) {
            const auto page = static_cast<PageId>(i);
            add(icons.at(i), Sidebar::titleOf(page), tr("Page"), {.page = page});
        }
    }

    void addActions(const std::function<void()> &quit)
    {
        GatewayHost &host = m_parts.host;
        const bool isPaused = host.state() == GatewayHost::State::Paused;
        addAction(isPaused ? "play" : "pause", isPaused ? tr("Resume") : tr("Pause"),
            [&host, isPaused] { host.setPaused(!isPaused); });
        addAction("copy", tr("Copy the address"),
            [&host] { QGuiApplication::clipboard()->setText(openAiBaseUrl(host.address())); });
        addAction("refresh", tr("Read the configuration again"), [&host] { host.reload(); });
        addAction(
            "refresh", tr("Ask providers for their models"), [&host] { host.gateway().catalog().refresh(); });
        add("edit", tr("Edit nexus.toml"), tr("Action"), {PageId::Settings, QStringLiteral("file")});
        add("warning", tr("Show requests that failed"), tr("Action"),
            {PageId::LiveLog, QStringLiteral("is:error")});
        add("plus", tr("Add a provider"), tr("Action"), {PageId::Providers, QStringLiteral("+")});
        add("plus", tr("Add an alias"), tr("Action"), {PageId::Models, QStringLiteral("+")});
        add("plus", tr("Add a budget"), tr("Action"), {PageId::Usage, QStringLiteral("+")});
        add("export", tr("Save the usage as CSV"), tr("Action"), {PageId::Usage, QStringLiteral("csv")});
        addThemes();
        addAction("gone", tr("Quit"), quit);
    }

    void addNames()
    {
        const ConfigSnapshot &config = m_parts.host.config();
        if (!config) {
            return;
        }
        for (const ProviderConfig &provider : config->llm.providers) {
            add("providers", provider.name, tr("Provider"), {PageId::Providers, provider.name});
        }
        for (const AliasConfig &alias : config->llm.aliases) {
            add("link", alias.name, tr("Alias"), {PageId::Models, alias.name});
        }
        for (const QString &id : listedModels(m_parts.host)) {
            add("models", id, tr("Model"), {PageId::Playground, id});
        }
    }

    [[nodiscard]] std::vector<PaletteEntry> take() { return std::move(m_entries); }

private:
    void addThemes()
    {
        using Theme = ConsolePreferences::Theme;
        const std::array<std::pair<Theme, QString>, 3> themes {{{Theme::System, tr("Theme: like the system")},
            {Theme::Light, tr("Theme: light")}, {Theme::Dark, tr("Theme: dark")}}};
        for (const auto &[theme, text] : themes) {
            addAction("eye", text, [&settings = m_parts.settings, theme = theme] {
                ConsolePreferences(settings).setTheme(theme);
            });
        }
    }

    void add(const char *icon, const QString &text, const QString &kind, const PageLink &link)
    {
        m_entries.push_back({QLatin1String(icon), text, kind, [open = m_open, link] { open(link); }});
    }

    void addAction(const char *icon, const QString &text, std::function<void()> run)
    {
        m_entries.push_back({QLatin1String(icon), text, tr("Action"), std::move(run)});
    }

    const ConsoleParts &m_parts;
    std::function<void(const PageLink &)> m_open;
    std::vector<PaletteEntry> m_entries;
};

} // namespace

std::vector<PaletteEntry> paletteEntries(const ConsoleParts &parts,
    const std::function<void(const PageLink &)> &open, const std::function<void()> &quit)
{
    Entries entries(parts, open);
    entries.addPages();
    entries.addActions(quit);
    entries.addNames();
    return entries.take();
}

} // namespace nexus
