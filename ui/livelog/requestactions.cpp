// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/requestactions.h"

#include "service/gatewayhost.h"
#include "ui/models/historydesk.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace nexus {

namespace {

constexpr qsizetype mostModels = 24;

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

// Aliases first, then what has been asked for.
void RequestActions::fillModels(QMenu &menu, const RequestLine &line)
{
    QStringList names;
    if (const ConfigSnapshot &config = m_parts.host.config()) {
        for (const AliasConfig &alias : config->llm.aliases) {
            names.append(alias.name);
        }
    }
    names += m_words.asked();
    names.removeDuplicates();
    names.removeAll(line.askedModel);
    for (const QString &name : names.mid(0, mostModels)) {
        connect(menu.addAction(QString(name).replace(QLatin1Char('&'), QLatin1String("&&"))),
            &QAction::triggered, this, [this, line, name] { sendAgain(line, name); });
    }
    menu.setEnabled(!menu.isEmpty());
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
        [line, model, address = m_parts.host.address()](const HistoryReader &reader) -> Result<Replay> {
            const auto detail = findDetail(reader, line);
            if (!detail) {
                return failure(detail.error());
            }
            const QByteArray prompt = *detail ? (*detail)->bodies.prompt : QByteArray();
            return replayOf(prompt, address, line.path, line.dialect, model);
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
    }
}

} // namespace nexus
