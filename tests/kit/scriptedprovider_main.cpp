// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelreplies.h"
#include "scriptedprovider.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using nexus::kit::ReceivedRequest;
using nexus::kit::Reply;
using nexus::kit::ScriptedProvider;

namespace {

// Answers `/_requests` about what came since it was cleared last, and everything else as a provider.
class Program final {
public:
    explicit Program(ScriptedProvider &provider)
        : m_provider(provider)
    { }

    [[nodiscard]] Reply answer(const ReceivedRequest &request)
    {
        if (request.path() != "/_requests") {
            return nexus::kit::modelReply(request);
        }
        std::vector<ReceivedRequest> requests = m_provider.received();
        if (request.method == "DELETE") {
            m_firstIndex = requests.size();
            return Reply::json(200, "{}");
        }
        requests.erase(requests.begin(), requests.begin() + static_cast<std::ptrdiff_t>(m_firstIndex));
        return Reply::json(200, nexus::kit::requestsAsJson(requests));
    }

private:
    ScriptedProvider &m_provider;
    std::size_t m_firstIndex = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A provider for tests that answers by its model's name."));
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("The port to listen on."),
        QStringLiteral("N"), QStringLiteral("0"));
    parser.addOption(port);
    parser.addHelpOption();
    parser.process(app);

    ScriptedProvider provider(parser.value(port).toUShort());
    if (!provider.isListening()) {
        std::fprintf(stderr, "cannot listen on port %s\n", qPrintable(parser.value(port)));
        return 1;
    }
    Program program(provider);
    provider.setHandler([&program](const ReceivedRequest &request) { return program.answer(request); });
    std::printf("listening on http://127.0.0.1:%u\n", static_cast<unsigned>(provider.port()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
