// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

// A conversation of the kind that Anthropic's API can say without loss, different for each seed.
class Inventor final {
public:
    explicit Inventor(unsigned seed)
        : m_random(seed)
    { }

    ChatRequest request()
    {
        ChatRequest request;
        request.model = "claude-sonnet-4-20250514";
        request.maxTokens = 4000 + number(100);
        request.wantsStreamUsage = true;
        if (chance()) {
            request.messages.push_back(message(Role::System, {text(), text()}));
        }
        const int turns = 1 + number(4);
        for (int turn = 0; turn < turns; ++turn) {
            request.messages.push_back(message(Role::User, userParts()));
            request.messages.push_back(message(Role::Assistant, assistantParts()));
        }
        request.messages.push_back(message(Role::User, userParts()));
        addOptions(request);
        return request;
    }

private:
    int number(int below) { return std::uniform_int_distribution<int>(0, below - 1)(m_random); }
    bool chance() { return number(2) == 0; }
    std::string word() { return "w" + std::to_string(number(1000)) + (chance() ? " \"é\"\n" : ""); }
    CacheMark cache() { return CacheMark(number(3)); }
    TextPart text() { return {.text = word(), .cache = cache()}; }

    MediaPart media()
    {
        using Kind = MediaPart::Kind;
        const std::vector<MediaPart> all {
            {.kind = Kind::Image, .mediaType = "image/png", .data = "iVBORw0KGgoAAA==", .cache = cache()},
            {.kind = Kind::Image, .url = "https://e/" + std::to_string(number(9)), .cache = cache()},
            {.kind = Kind::Document, .mediaType = "application/pdf", .data = "JVBERi0=", .name = word()},
            {.kind = Kind::Document, .mediaType = "application/pdf", .url = "https://e/p"},
            {.kind = Kind::Document, .mediaType = "text/plain", .data = word(), .cache = cache()}};
        return all[std::size_t(number(int(all.size())))];
    }

    std::vector<MessagePart> userParts()
    {
        std::vector<MessagePart> parts;
        for (const std::string &id : m_open) {
            ToolResultPart part {.id = id,
                .name = {},
                .content = {TextPart {.text = word()}},
                .isError = chance(),
                .cache = cache()};
            if (chance()) {
                part.content.emplace_back(media());
            }
            parts.emplace_back(std::move(part));
        }
        m_open.clear();
        parts.emplace_back(text());
        if (chance()) {
            parts.emplace_back(media());
        }
        return parts;
    }

    std::vector<MessagePart> assistantParts()
    {
        std::vector<MessagePart> parts;
        if (chance()) {
            parts.emplace_back(ReasoningPart {word(), "sig" + word(), {}});
            parts.emplace_back(ReasoningPart {{}, {}, "sealed"});
        }
        parts.emplace_back(text());
        for (int calls = number(3); calls > 0; --calls) {
            m_open.push_back("toolu_" + std::to_string(++m_calls));
            ToolCallPart part = call(m_open.back().c_str(), "f", R"({"z":[1,2.5],"a":null})");
            part.cache = cache();
            parts.emplace_back(std::move(part));
        }
        return parts;
    }

    void addOptions(ChatRequest &request)
    {
        request.tools = {tool("f"), tool("g")};
        request.tools[1].cache = cache();
        request.toolChoice = {ToolChoice::Kind(1 + number(4)), {}};
        if (request.toolChoice.kind == ToolChoice::Kind::Named) {
            request.toolChoice.name = "g";
        }
        if (chance() && request.toolChoice.kind != ToolChoice::Kind::None) {
            request.allowsParallelTools = false;
        }
        request.temperature = chance() ? std::optional(0.25) : std::nullopt;
        request.topP = chance() ? std::optional(0.5) : std::nullopt;
        request.topK = chance() ? std::optional<qint64>(40) : std::nullopt;
        request.stop = chance() ? std::vector<std::string> {"END", "\nX"} : std::vector<std::string> {};
        request.user = chance() ? "someone" : "";
        request.isStream = chance();
        request.reasoning.mode = chance() ? ReasoningOptions::Mode::Disabled : ReasoningOptions::Mode::Unset;
    }

    std::mt19937 m_random;
    std::vector<std::string> m_open; // calls without a result
    int m_calls = 0;
};

QByteArray differenceOf(const ChatRequest &one, const ChatRequest &other)
{
    for (std::size_t at = 0; at < std::max(one.messages.size(), other.messages.size()); ++at) {
        if (at >= one.messages.size() || at >= other.messages.size()
            || !(one.messages[at] == other.messages[at])) {
            return "message " + QByteArray::number(qsizetype(at));
        }
    }
    return one == other ? QByteArray() : QByteArray("options");
}

} // namespace

class AnthropicRoundTripTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote();
    void cutRequestsAreRefused();
    void longConversationsAreQuick();
};

void AnthropicRoundTripTest::readsBackWhatItWrote()
{
    for (unsigned seed = 0; seed < 500; ++seed) {
        const ChatRequest request = Inventor(seed).request();
        const auto written = writeRequest(request);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const auto read = readRequest(written->body);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        const QByteArray difference
            = "seed " + QByteArray::number(seed) + ": " + differenceOf(*read, request);
        QVERIFY2(*read == request, difference.constData());
        QVERIFY(written->dropped.empty());
    }
}

void AnthropicRoundTripTest::cutRequestsAreRefused()
{
    const auto written = writeRequest(Inventor(7).request());
    QVERIFY(written);
    for (qsizetype cut = 0; cut < written->body.size(); ++cut) {
        QVERIFY(!readRequest(written->body.left(cut)));
    }
}

void AnthropicRoundTripTest::longConversationsAreQuick()
{
    ChatRequest request = question();
    request.tools = {tool("f")};
    for (int turn = 0; turn < 500; ++turn) {
        const std::string id = "toolu_" + std::to_string(turn);
        request.messages.push_back(message(Role::Assistant, {call(id.c_str(), "f", R"({"path":"x"})")}));
        request.messages.push_back(message(Role::User, {result(id.c_str(), std::string(2000, 'x').c_str())}));
    }
    const auto first = writeRequest(request);
    QVERIFY(first);
    QElapsedTimer timer;
    timer.start();
    auto read = readRequest(first->body);
    QVERIFY(read);
    const auto again = writeRequest(std::move(*read));
    QVERIFY(again);
    qInfo("%lld bytes in %.1f ms", qint64(first->body.size()), double(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(again->body, first->body);
    // Far above what it takes, and far below what a copy of all for each message would.
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_APPLESS_MAIN(AnthropicRoundTripTest)
#include "tst_anthropicroundtrip.moc"
