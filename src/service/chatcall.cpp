// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/chatcall.h"

#include "upstream/networkcall.h"
#include "upstream/networkpool.h"
#include "wire/json.h"
#include "wire/jsonaccess.h"

#include <QHostAddress>

namespace nexus {

namespace {

constexpr qint64 readSize = 64 * 1024;
constexpr qsizetype maxPlain = 1024 * 1024;

bool isHere(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

// The certificate of the gateway names its host for others, and no machine is between us and it.
std::shared_ptr<const TlsSettings> tlsFor(const QUrl &gateway)
{
    if (gateway.scheme() != QLatin1String("https") || !isHere(gateway)) {
        return nullptr;
    }
    auto settings = std::make_shared<TlsSettings>();
    settings->fingerprint = "loopback";
    settings->configuration = QSslConfiguration::defaultConfiguration();
    settings->configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return settings;
}

QByteArray streamed(const QByteArray &body)
{
    std::optional<Json> tree = parseJson(body);
    if (!tree || !tree->is_object()) {
        return body;
    }
    (*tree)["stream"] = true;
    (*tree)["stream_options"] = {{"include_usage", true}};
    return toText(*tree);
}

qint64 numberOf(const Json &object, std::string_view key)
{
    const Json *const member = memberOf(object, key);
    return member != nullptr && member->is_number() ? member->get<qint64>() : 0;
}

QString qtText(const Json &object, std::string_view key)
{
    return QString::fromStdString(textOf(object, key));
}

QString messageIn(const Json &tree)
{
    const Json *const error = memberOf(tree, "error");
    return error != nullptr && error->is_object() ? qtText(*error, "message") : QString();
}

} // namespace

ChatCall::ChatCall(QObject *parent)
    : QObject(parent)
    , m_pool(std::make_unique<NetworkPool>())
{ }

ChatCall::~ChatCall() = default;

void ChatCall::start(const QUrl &gateway, const QByteArray &jsonBody)
{
    m_call.reset();
    m_reader = SseReader();
    m_plain.clear();
    m_tools.clear();
    m_result = {};
    m_trouble.clear();
    m_isStream = false;
    m_isDone = false;
    m_isOver = false;
    m_isRunning = true;
    ++m_round;
    m_clock.start();
    ProviderEndpoint endpoint;
    endpoint.url = gateway;
    endpoint.url.setPath(QStringLiteral("/v1/chat/completions"));
    endpoint.headers.add("Authorization", "Bearer " + (m_token.isEmpty() ? QByteArray(client) : m_token));
    endpoint.tls = tlsFor(gateway);
    // The gateway has its own patience with providers.
    const Timeouts timeouts {.firstByte = std::chrono::milliseconds(0),
        .idle = std::chrono::milliseconds(0),
        .total = std::chrono::milliseconds(0)};
    m_call = std::make_unique<NetworkCall>(
        *m_pool, endpoint, streamed(jsonBody), timeouts, QStringLiteral("nexus"));
    connect(m_call.get(), &UpstreamCall::headArrived, this, &ChatCall::onHead);
    connect(m_call.get(), &UpstreamCall::bodyArrived, this, &ChatCall::onBody);
    connect(m_call.get(), &UpstreamCall::ended, this, &ChatCall::onEnded);
}

void ChatCall::stop()
{
    if (!m_isRunning) {
        return;
    }
    m_call->abort();
    m_isOver = true;
    m_result.isStopped = true;
    m_result.duration = std::chrono::milliseconds(m_clock.elapsed());
    tell();
}

void ChatCall::onHead(const ResponseHead &head)
{
    m_result.status = head.status;
    m_result.requestId = head.headers.value("x-request-id");
    m_isStream = head.headers.value("content-type").startsWith("text/event-stream");
}

void ChatCall::onBody()
{
    while (!m_isOver && m_call->bytesAvailable() > 0) {
        const QByteArray bytes = m_call->read(readSize);
        if (bytes.isEmpty()) {
            return;
        }
        if (!m_isStream) {
            m_plain += m_plain.size() < maxPlain ? bytes : QByteArray();
            continue;
        }
        const Result<std::vector<SseEvent>> events = m_reader.feed(bytes);
        if (!events) {
            m_call->abort();
            end(events.error().message);
            return;
        }
        for (const SseEvent &event : *events) {
            if (!m_isOver) {
                onEvent(event);
            }
        }
    }
}

void ChatCall::onEnded(const std::optional<Error> &error)
{
    onBody();
    if (m_isOver) {
        return;
    }
    if (error) {
        end(m_trouble.isEmpty() ? error->message : m_trouble);
        return;
    }
    if (!m_isStream) {
        const std::optional<Json> tree = parseJson(m_plain);
        const QString said = tree && tree->is_object() ? messageIn(*tree) : QString();
        end(said.isEmpty() ? tr("The gateway answered with status %1 and no stream.").arg(m_result.status)
                           : said);
        return;
    }
    if (m_trouble.isEmpty() && !m_isDone) {
        m_trouble = tr("The answer broke off before its end.");
    }
    end(m_trouble);
}

void ChatCall::onEvent(const SseEvent &event)
{
    if (!event.hasData) {
        return;
    }
    if (event.data == "[DONE]") {
        m_isDone = true;
        return;
    }
    const std::optional<Json> tree = parseJson(event.data);
    if (!tree || !tree->is_object()) {
        return;
    }
    if (const QString said = messageIn(*tree); !said.isEmpty()) {
        m_trouble = said;
        return;
    }
    if (const QString model = qtText(*tree, "model"); !model.isEmpty()) {
        m_result.model = model;
    }
    if (const Json *const usage = memberOf(*tree, "usage"); usage != nullptr && usage->is_object()) {
        takeUsage(*usage);
    }
    const Json *const choices = memberOf(*tree, "choices");
    if (choices != nullptr && choices->is_array() && !choices->empty() && choices->front().is_object()) {
        takeChoice(choices->front());
    }
}

void ChatCall::takeChoice(const Json &choice)
{
    const Json *const delta = memberOf(choice, "delta");
    if (delta == nullptr || !delta->is_object()) {
        return;
    }
    if (const QString thought = qtText(*delta, "reasoning_content"); !thought.isEmpty()) {
        noteFirst();
        Q_EMIT reasoningArrived(thought);
    }
    if (const QString text = qtText(*delta, "content"); !text.isEmpty()) {
        noteFirst();
        Q_EMIT textArrived(text);
    }
    if (const Json *const calls = memberOf(*delta, "tool_calls"); calls != nullptr && calls->is_array()) {
        takeToolCalls(*calls);
    }
}

void ChatCall::takeToolCalls(const Json &calls)
{
    for (const Json &call : calls) {
        const Json *const function = memberOf(call, "function");
        if (!call.is_object() || function == nullptr || !function->is_object()) {
            continue;
        }
        noteFirst();
        ToolCall &tool = m_tools[numberOf(call, "index")];
        tool.name += qtText(*function, "name");
        tool.arguments += QByteArray::fromStdString(textOf(*function, "arguments"));
    }
}

void ChatCall::takeUsage(const Json &usage)
{
    TokenUsage out;
    out.input = numberOf(usage, "prompt_tokens");
    out.output = numberOf(usage, "completion_tokens");
    if (const Json *const details = memberOf(usage, "prompt_tokens_details")) {
        out.cacheRead = numberOf(*details, "cached_tokens");
    }
    if (const Json *const details = memberOf(usage, "completion_tokens_details")) {
        out.reasoning = numberOf(*details, "reasoning_tokens");
    }
    m_result.usage = out;
}

void ChatCall::noteFirst()
{
    if (m_result.firstToken.count() == 0) {
        m_result.firstToken = std::chrono::milliseconds(std::max<qint64>(1, m_clock.elapsed()));
        Q_EMIT begun(m_result.firstToken);
    }
}

// Whoever hears of the end may start again, which must not happen inside a signal of the call.
void ChatCall::end(const QString &error)
{
    m_isOver = true;
    m_result.error = error;
    m_result.duration = std::chrono::milliseconds(m_clock.elapsed());
    QMetaObject::invokeMethod(
        this,
        [this, round = m_round] {
            if (round == m_round && m_isRunning) {
                tell();
            }
        },
        Qt::QueuedConnection);
}

void ChatCall::tell()
{
    const int round = m_round;
    const auto tools = std::exchange(m_tools, {});
    for (const auto &[index, tool] : tools) {
        Q_EMIT toolCallArrived(tool.name, QString::fromUtf8(tool.arguments));
    }
    if (round == m_round) {
        m_isRunning = false;
        Q_EMIT finished(m_result);
    }
}

} // namespace nexus
