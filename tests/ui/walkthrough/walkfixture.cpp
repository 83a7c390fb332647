// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "walkfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

namespace nexus {

namespace {

const QByteArray usage = R"("usage":{"prompt_tokens":1000,"completion_tokens":500,"total_tokens":1500})";

QByteArray eventOf(const QByteArray &word)
{
    return R"({"id":"c","object":"chat.completion.chunk","created":1,"model":"gpt-walk","choices":[{"index":0,)"
           R"("delta":{"content":")"
        + word + R"("},"finish_reason":null}]})";
}

kit::Reply streamed()
{
    const QByteArray tail = R"({"id":"c","object":"chat.completion.chunk","created":1,"model":"gpt-walk",)";
    return kit::Reply::sse({eventOf("Hello"), eventOf(" from afar"),
        tail + R"("choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})",
        tail + R"("choices":[],)" + usage + "}", "[DONE]"});
}

kit::Reply whole()
{
    return kit::Reply::json(200,
        R"({"id":"c","object":"chat.completion","created":1,"model":"gpt-walk","choices":[{"index":0,)"
        R"("message":{"role":"assistant","content":"Hello from afar"},"finish_reason":"stop"}],)"
            + usage + "}");
}

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/nexus");
}

} // namespace

WalkFixture::WalkFixture()
    : m_log(LogLevel::Off, LogStyle::Text)
{
    m_provider.setHandler([this](const kit::ReceivedRequest &request) { return reply(request); });
}

WalkFixture::~WalkFixture()
{
    end();
}

kit::Reply WalkFixture::reply(const kit::ReceivedRequest &request) const
{
    if (request.header("authorization") != QByteArray("Bearer ") + key) {
        return kit::Reply::json(
            401, R"({"error":{"message":"Incorrect API key","type":"invalid_request_error"}})");
    }
    if (request.method == "GET") {
        return kit::Reply::json(200, R"({"object":"list","data":[{"id":"gpt-walk","object":"model"}]})");
    }
    if (!QJsonDocument::fromJson(request.body).object().value(QStringLiteral("stream")).toBool()) {
        return whole();
    }
    return m_isHolding ? streamed().holdAfter(eventOf("Hello").size() + 8) : streamed();
}

void WalkFixture::start(const std::optional<ListenAddress> &listen)
{
    Options options;
    options.listen = listen;
    m_session = std::make_unique<Session>(m_log, options, Environment::ofProcess(), configFolder());
    m_ends = std::make_unique<QSignalSpy>(&m_session->console(), &Console::finished);
    MainWindow &window = m_session->console().window();
    m_walker = std::make_unique<Walker>(window);
    m_session->begin();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

void WalkFixture::end()
{
    m_walker.reset();
    m_ends.reset();
    m_session.reset();
}

quint16 WalkFixture::shownPort() const
{
    static const QRegularExpression port(QStringLiteral("127\\.0\\.0\\.1:(\\d+)"));
    return port.match(m_walker->text("statusServing")).captured(1).toUShort();
}

quint16 WalkFixture::freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QByteArray WalkFixture::chat(const QString &model, const QString &prompt, bool isStream)
{
    const QJsonObject message {
        {QStringLiteral("role"), QStringLiteral("user")}, {QStringLiteral("content"), prompt}};
    return QJsonDocument(QJsonObject {{QStringLiteral("model"), model}, {QStringLiteral("stream"), isStream},
                             {QStringLiteral("messages"), QJsonArray {message}}})
        .toJson(QJsonDocument::Compact);
}

kit::Answer WalkFixture::ask(quint16 port, const QString &model, const QString &prompt)
{
    kit::RawClient client;
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", chat(model, prompt));
    return client.waitForAnswers() ? client.answer() : kit::Answer();
}

void WalkFixture::waitForHistory()
{
    Walker::waitFor("the history", [this] {
        LedgerParts &ledger = m_session->host().gateway().ledger();
        const std::optional<HistoryState> state = ledger.historyState();
        return ledger.live().running().empty() && state && state->waiting == 0
            && state->written >= static_cast<qint64>(ledger.live().recent().size());
    });
}

qint64 WalkFixture::chats() const
{
    const std::vector<kit::ReceivedRequest> all = m_provider.received();
    return std::ranges::count(all, "POST", &kit::ReceivedRequest::method);
}

bool WalkFixture::wasKeySentSince(std::ptrdiff_t first) const
{
    const std::vector<kit::ReceivedRequest> all = m_provider.received();
    const auto hasKey = [](const kit::ReceivedRequest &request) {
        return request.header("authorization") == QByteArray("Bearer ") + key;
    };
    return std::ssize(all) > first && std::all_of(all.begin() + first, all.end(), hasKey);
}

QString WalkFixture::configPath()
{
    return configFolder() + QStringLiteral("/nexus.toml");
}

QByteArray WalkFixture::configText()
{
    QFile file(configPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList WalkFixture::filesWith(const QByteArray &bytes)
{
    QStringList out;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            out.append(file.fileName());
        }
    }
    return out;
}

QByteArray WalkFixture::lookUp(const QString &name)
{
    QProcess process;
    process.start(QStringLiteral("secret-tool"),
        {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("nexus"), QStringLiteral("user"),
            name});
    process.waitForFinished(20'000);
    return process.readAllStandardOutput();
}

} // namespace nexus
