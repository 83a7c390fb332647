// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/requestactions.h"

#include "service/gatewayhost.h"
#include "ui/livelog/modelpicker.h"
#include "ui/models/historydesk.h"
#include "ui/models/modelnames.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>

namespace nexus {

namespace {

constexpr qsizetype mostNames = 24; // that are not below a provider
constexpr qsizetype mostModels = 40; // of one provider; more are only searched

} // namespace

RequestActions::RequestActions(const ConsoleParts &parts, const FilterWords &words, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_words(words)
    , m_window(window)
    , m_sender(m_fetcher)
{
    connect(&m_sender, &RequestSender::finished, this, &RequestActions::onSent);
}

void RequestActions::popUp(const std::vector<RequestLine> &lines, const QPoint &globalPlace)
{
    if (lines.empty()) {
        return;
    }
    auto *const menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("logMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (lines.size() == 1) {
        fillSingle(*menu, lines.front());
    }
    if (lines.size() == 2) {
        QAction *const action
            = menu->addAction(lineIcon(QStringLiteral("compare")), tr("Compare the two answers"));
        connect(action, &QAction::triggered, this,
            [this, left = lines.back(), right = lines.front()] { compare(left, right); });
    }
    menu->addSeparator();
    connect(menu->addAction(lineIcon(QStringLiteral("export")),
                tr("Export %n selected request(s)…", nullptr, static_cast<int>(lines.size()))),
        &QAction::triggered, this, &RequestActions::exportWanted);
    connect(menu->addAction(lineIcon(QStringLiteral("columns")), tr("Columns…")), &QAction::triggered, this,
        [this, globalPlace] { Q_EMIT columnsWanted(globalPlace); });
    menu->popup(globalPlace);
}

void RequestActions::fillSingle(QMenu &menu, const RequestLine &line)
{
    if (line.isRunning() && line.number != 0) {
        connect(menu.addAction(lineIcon(QStringLiteral("stop"), Tone::Bad), tr("Stop")), &QAction::triggered,
            this, [this, number = line.number] { stop(number); });
        menu.addSeparator();
    }
    connect(menu.addAction(lineIcon(QStringLiteral("copy")), tr("Copy the request ID")), &QAction::triggered,
        this, [this, line] { copyId(line); });
    QMenu *const code = menu.addMenu(tr("Copy as"));
    const auto addCode = [&](const QString &title, RequestCode kind) {
        connect(
            code->addAction(title), &QAction::triggered, this, [this, line, kind] { copyCode(line, kind); });
    };
    addCode(QStringLiteral("curl"), RequestCode::Curl);
    addCode(QStringLiteral("Python"), RequestCode::Python);
    addCode(QStringLiteral("Node.js"), RequestCode::Node);
    menu.addSeparator();
    connect(menu.addAction(lineIcon(QStringLiteral("refresh")), tr("Send again")), &QAction::triggered, this,
        [this, line] { sendAgain(line); });
    fillModels(*menu.addMenu(tr("Send again to")), line);
    const QString model = line.askedModel.isEmpty() ? line.model : line.askedModel;
    connect(menu.addAction(lineIcon(QStringLiteral("playground")), tr("Open in the playground")),
        &QAction::triggered, this, [this, model] {
            Q_EMIT linkActivated({PageId::Playground, model});
        });
    menu.addSeparator();
    QAction *const client
        = menu.addAction(lineIcon(QStringLiteral("user")), tr("All requests of this client"));
    client->setEnabled(!line.client.isEmpty());
    connect(client, &QAction::triggered, this, [this, name = line.client] {
        Q_EMIT filterWanted(historyFilterText(
            {{.field = HistoryTerm::Field::Client, .isExact = true, .text = name, .range = {}}}));
    });
    if (!line.provider.isEmpty()) {
        connect(menu.addAction(lineIcon(QStringLiteral("providers")), tr("Show the provider")),
            &QAction::triggered, this, [this, name = line.provider] {
                Q_EMIT linkActivated({PageId::Providers, name});
            });
    }
}

// What can be asked for by a short name first, then all models of each provider.
void RequestActions::fillModels(QMenu &menu, const RequestLine &line)
{
    QStringList names = m_words.asked();
    QMap<QString, QStringList> ofProviders;
    const QStringList all = listedModels(m_parts.host);
    if (const ConfigSnapshot config = m_parts.host.config()) {
        for (auto alias = config->llm.aliases.rbegin(); alias != config->llm.aliases.rend(); ++alias) {
            names.prepend(alias->name);
        }
        for (const ProviderConfig &provider : config->llm.providers) {
            ofProviders.insert(provider.name,
                all.filter(QRegularExpression(
                    QLatin1Char('^') + QRegularExpression::escape(provider.name + QLatin1Char('/')))));
        }
    }
    names.removeDuplicates();
    names.removeAll(line.askedModel);
    const auto add = [this, line](QMenu &to, const QString &name) {
        connect(to.addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))),
            &QAction::triggered, this, [this, line, name] { sendAgain(line, name); });
    };
    for (const QString &name : names.mid(0, mostNames)) {
        add(menu, name);
    }
    menu.addSeparator();
    for (auto provider = ofProviders.cbegin(); provider != ofProviders.cend(); ++provider) {
        if (!provider->isEmpty() && provider->size() <= mostModels) {
            QMenu *const part = menu.addMenu(provider.key());
            for (const QString &name : *provider) {
                add(*part, name);
            }
        }
    }
    QAction *const search = menu.addAction(lineIcon(QStringLiteral("search")), tr("Search all models…"));
    search->setEnabled(!all.isEmpty());
    connect(search, &QAction::triggered, this, [this, line, all] {
        auto *const picker = new ModelPicker(all, m_window);
        connect(
            picker, &ModelPicker::chosen, this, [this, line](const QString &name) { sendAgain(line, name); });
        picker->open();
    });
}

void RequestActions::copyId(const RequestLine &line)
{
    QGuiApplication::clipboard()->setText(line.requestId);
}

void RequestActions::copyCode(const RequestLine &line, RequestCode code)
{
    withReplay(line, {}, [this, code](const Replay &replay) {
        QGuiApplication::clipboard()->setText(requestCode(code, replay));
        Q_EMIT said(tr("The request was copied."), true);
    });
}

void RequestActions::sendAgain(const RequestLine &line, const QString &model)
{
    if (m_parts.host.address().isEmpty()) {
        Q_EMIT said(tr("Nexus does not serve at the moment. Start it to send requests."), false);
        return;
    }
    withReplay(line, model, [this](const Replay &replay) { m_sender.send(replay); });
}

void RequestActions::stop(quint64 number)
{
    if (!m_parts.host.gateway().ledger().live().stop(number)) {
        Q_EMIT said(tr("The request had ended already."), true);
    }
}

void RequestActions::compare(const RequestLine &left, const RequestLine &right)
{
    using Pair = std::pair<RequestDossier, RequestDossier>;
    m_parts.history.ask<Pair>(
        this,
        [left, right](const HistoryReader &reader) -> Result<Pair> {
            const Result<RequestDossier> first = readDossier(reader, left);
            const Result<RequestDossier> second = readDossier(reader, right);
            if (!first || !second) {
                return failure(first ? second.error() : first.error());
            }
            return Pair(*first, *second);
        },
        [this](const Result<Pair> &pair) {
            if (pair) {
                Q_EMIT compared(pair->first, pair->second);
            } else {
                Q_EMIT said(pair.error().message, false);
            }
        });
}

void RequestActions::withReplay(
    const RequestLine &line, const QString &model, const std::function<void(const Replay &)> &done)
{
    m_parts.history.ask<Replay>(
        this,
        [line, model, address = m_parts.host.address(), media = &m_parts.host.gateway().ledger().media()](
            const HistoryReader &reader) -> Result<Replay> {
            const auto detail = findDetail(reader, line);
            if (!detail) {
                return failure(detail.error());
            }
            const QByteArray prompt = *detail ? (*detail)->bodies.prompt : QByteArray();
            return replayOf(withMedia(prompt, *media), address, line.path, line.dialect, model);
        },
        [this, done](const Result<Replay> &replay) {
            if (replay) {
                done(*replay);
            } else {
                Q_EMIT said(replay.error().message, false);
            }
        });
}

void RequestActions::onSent(int status, const QString &message)
{
    if (status == 0) {
        Q_EMIT said(tr("The request could not be sent: %1").arg(message), false);
    } else if (status >= 400) {
        Q_EMIT said(message.isEmpty()
                ? tr("The request was sent again and failed with status %1.").arg(status)
                : tr("The request was sent again and failed with status %1: %2").arg(status).arg(message),
            false);
    }
}

} // namespace nexus
