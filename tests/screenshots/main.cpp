// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/scriptedprovider.h"
#include "sampledata.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/shell/console.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace nexus {

namespace {

constexpr std::array PAGES {"overview", "livelog", "providers", "models", "usage", "playground", "settings"};
constexpr QSize SIZE {1280, 800};

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

// What somebody might ask a model about: a week as bars.
QByteArray chartPicture()
{
    QImage image(480, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    int left = 36;
    for (const int height : {90, 130, 175, 230, 200, 110, 95}) {
        painter.fillRect(left, 270 - height, 40, height, QColor(0x2a, 0x9d, 0x8f));
        left += 60;
    }
    painter.fillRect(24, 270, 436, 2, Qt::darkGray);
    painter.end();
    QBuffer png;
    image.save(&png, "PNG");
    return png.data();
}

// One service stands for all providers of the sample, so that nobody outside is asked.
kit::Reply modelsReply(const kit::ReceivedRequest &request)
{
    if (request.path().contains("/v1beta/")) {
        return kit::Reply::json(200,
            R"({"models":[{"name":"models/gemini-2.5-flash","inputTokenLimit":1048576,"outputTokenLimit":65536,)"
            R"("thinking":true,"supportedGenerationMethods":["generateContent"]}]})");
    }
    const QByteArray key = request.header("authorization");
    const QByteArray seesAndCalls = R"("capabilities":{"vision":true,"function_calling":true})";
    QByteArrayList items {
        R"("id":"gpt-4o","context_window":128000,"max_output_tokens":16384,)" + seesAndCalls,
        R"("id":"gpt-4o-mini","context_window":128000,"max_output_tokens":16384,)" + seesAndCalls,
        R"("id":"o4-mini","context_window":200000,"max_output_tokens":100000,"supported_parameters":["tools","reasoning"])",
        R"("id":"text-embedding-3-large","context_window":8191)"};
    if (!request.header("x-api-key").isEmpty()) {
        items = {R"("id":"claude-sonnet-4-20250514","max_input_tokens":200000,"max_tokens":64000,)"
                 R"("capabilities":{"image_input":{"supported":true},"thinking":{"supported":true}})"};
    } else if (key.isEmpty()) {
        items = {R"("id":"llama3.2:3b")"};
    } else if (key.contains("sk-or-")) {
        items = {R"("id":"meta-llama/llama-3.3-70b-instruct","context_length":131072,)"
                 R"("supported_parameters":["tools"])"};
    }
    for (QByteArray &item : items) {
        item = "{\"object\":\"model\"," + item + '}';
    }
    return kit::Reply::json(200, R"({"object":"list","data":[)" + items.join(',') + "]}");
}

// Everything lies in a folder of its own, so that nothing of the user is touched or shown.
class Shots final {
public:
    explicit Shots(const QString &folder)
        : m_folder(folder)
        , m_log(LogLevel::Error, LogStyle::Text)
        , m_keys(std::make_unique<Keychain>(nullptr))
    {
        m_models.setHandler(modelsReply);
    }

    bool run()
    {
        return take(true, QStringLiteral("en"), false) && take(true, QStringLiteral("de"), true)
            && take(false, QStringLiteral("en"), false);
    }

private:
    // One console: with a month of requests, or as it is at the very first start.
    bool take(bool hasData, const QString &language, bool isDark)
    {
        const QTemporaryDir home;
        const QString config = home.filePath(QStringLiteral("nexus.toml"));
        if (hasData && !write(config, sampleConfig(m_models.baseUrl()))) {
            return false;
        }
        GatewayHost host(m_log,
            {.environment = Environment(),
                .overrides = {.listen
                    = hasData ? std::nullopt : std::optional(ListenAddress {QHostAddress::LocalHost, 0})},
                .historyPath = home.filePath(QStringLiteral("history.sqlite")),
                .keychain = m_keys.get()});
        if (!host.useFile(hasData ? config : QString()) || !host.start() || (hasData && !fill(host))) {
            return false;
        }
        Console console(host, *m_keys,
            {.configPath = config, .settingsPath = home.filePath(QStringLiteral("console.ini"))});
        console.preferences().setLanguage(language);
        console.preferences().setTheme(
            isDark ? ConsolePreferences::Theme::Dark : ConsolePreferences::Theme::Light);
        const QString suffix = QStringLiteral("-%1-%2").arg(
            isDark ? QStringLiteral("dark") : QStringLiteral("light"), language);
        console.window().resize(SIZE);
        console.window().show();
        if (!hasData) {
            return save(console, QStringLiteral("welcome") + suffix) && saveEmpty(console, suffix);
        }
        console.window().skipWelcome();
        return savePages(console, suffix) && saveDetail(console, suffix);
    }

    // Lets a month pass, and waits until the history has it.
    static bool fill(GatewayHost &host)
    {
        std::vector<RequestRecord> records = sampleRecords(QDateTime::currentDateTime());
        host.gateway().ledger().media().setCapacity(1'000'000);
        if (records.back().outcome == Outcome::Answered) {
            askAboutPicture(records.back(), chartPicture());
        }
        for (const RequestRecord &record : records) {
            host.gateway().ledger().records().record(record);
        }
        return QTest::qWaitFor(
            [&host, count = static_cast<qint64>(records.size())] {
                const std::optional<HistoryState> state = host.gateway().ledger().historyState();
                return state && state->written >= count;
            },
            30'000);
    }

    // The live log with a request beside it.
    bool saveDetail(Console &console, const QString &suffix)
    {
        console.window().open({.page = PageId::LiveLog});
        auto *const table = console.window().findChild<QAbstractItemView *>(QStringLiteral("logTable"));
        if (!table || !table->model()->rowCount()) {
            return false;
        }
        table->setCurrentIndex(table->model()->index(0, 0));
        return save(console, QStringLiteral("request") + suffix);
    }

    bool savePages(Console &console, const QString &suffix)
    {
        for (std::size_t i = 0; i < PAGES.size(); ++i) {
            console.window().open({.page = static_cast<PageId>(i)});
            if (!save(console, QLatin1String(PAGES.at(i)) + suffix)) {
                return false;
            }
        }
        return true;
    }

    bool saveEmpty(Console &console, const QString &suffix)
    {
        console.window().skipWelcome();
        return savePages(console, QStringLiteral("-empty") + suffix);
    }

    // Pages fill themselves from the history and the network; a picture is taken once nothing moves any more.
    bool save(Console &console, const QString &name)
    {
        QImage before;
        int calm = 0;
        QElapsedTimer time;
        time.start();
        while (calm < 4 && time.elapsed() < 15'000) {
            QTest::qWait(250);
            const QImage now = console.window().grab().toImage();
            calm = now == before ? calm + 1 : 0;
            before = now;
        }
        const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
        std::printf("%s\n", qUtf8Printable(path));
        return before.save(path);
    }

    QString m_folder;
    LogOutput m_log;
    kit::ScriptedProvider m_models;
    std::unique_ptr<Keychain> m_keys;
};

} // namespace

} // namespace nexus

//! Pictures every page of the console with sample data: nexus-screenshots DIR
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: nexus-screenshots DIR\n", stderr);
        return 2;
    }
    return nexus::Shots(QString::fromLocal8Bit(argv[1])).run() ? 0 : 1;
}
