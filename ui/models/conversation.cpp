// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/conversation.h"

#include "ledger/bodies/mediashelf.h"
#include "translate/dialecttable.h"
#include "wire/json.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace nexus {

namespace {

using Kind = SaidItem::Kind;

// What translators see these words under.
struct ConversationWords {
    Q_DECLARE_TR_FUNCTIONS(Conversation)
};

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

QString indented(const std::string &json)
{
    return prettyBody(QByteArray::fromStdString(json));
}

// The history keeps the size and hash of what was sent; a live one has the bytes.
void readData(SaidItem &item, const std::string &data)
{
    static const QRegularExpression kept(QStringLiteral("\\{size:(\\d+),sha256:([0-9a-f]{64})\\}"));
    const auto match = kept.match(QString::fromStdString(data.substr(0, 120)));
    if (match.hasMatch()) {
        item.size = match.captured(1).toLongLong();
        item.sha256 = match.captured(2);
        return;
    }
    if (!data.empty()) {
        item.data = QByteArray::fromBase64(QByteArray::fromStdString(data));
        item.size = item.data.size();
    }
}

SaidItem mediaItem(const MediaPart &part)
{
    SaidItem item {.kind = Kind::Media, .text = textOf(part.name), .name = {}, .result = {}};
    item.mediaType = textOf(part.mediaType);
    item.url = textOf(part.url);
    readData(item, part.data);
    if (item.mediaType.isEmpty() && part.kind == MediaPart::Kind::Image) {
        item.mediaType = QStringLiteral("image");
    }
    return item;
}

QString resultText(const ToolResultPart &part)
{
    QStringList pieces;
    for (const ToolResultPart::Content &content : part.content) {
        if (const auto *text = std::get_if<TextPart>(&content)) {
            pieces.append(indented(text->text));
        } else {
            pieces.append(ConversationWords::tr("An image or file"));
        }
    }
    return pieces.join(QLatin1Char('\n'));
}

// Puts parts together to turns. Calls wait by their id for their results.
class Teller final {
public:
    void say(Role role, const MessagePart &part, bool isAnswer)
    {
        if (const auto *result = std::get_if<ToolResultPart>(&part)) {
            answerCall(role, *result);
            return;
        }
        SaidItem item = itemOf(part);
        if (item.kind == Kind::Text && item.text.isEmpty()) {
            return;
        }
        std::vector<SaidItem> &items = turn(role, isAnswer).items;
        items.push_back(std::move(item));
        if (const auto *call = std::get_if<ToolCallPart>(&part)) {
            m_calls.push_back({call->id, m_turns.size() - 1, items.size() - 1});
        }
    }

    [[nodiscard]] std::vector<Turn> take() { return std::move(m_turns); }

private:
    struct Call {
        std::string id;
        std::size_t turn = 0;
        std::size_t item = 0;
    };

    Turn &turn(Role role, bool isAnswer)
    {
        if (m_turns.empty() || m_turns.back().role != role || m_turns.back().isAnswer != isAnswer) {
            m_turns.push_back({.role = role, .items = {}, .isAnswer = isAnswer});
        }
        return m_turns.back();
    }

    void answerCall(Role role, const ToolResultPart &result)
    {
        putResult(role, result);
        // A call is one card of text, so what a tool has made stands below it.
        for (const ToolResultPart::Content &content : result.content) {
            if (const auto *media = std::get_if<MediaPart>(&content)) {
                turn(role, false).items.push_back(mediaItem(*media));
            }
        }
    }

    void putResult(Role role, const ToolResultPart &result)
    {
        const auto call = std::find_if(
            m_calls.rbegin(), m_calls.rend(), [&](const Call &known) { return known.id == result.id; });
        if (call == m_calls.rend()) {
            SaidItem lone {.kind = Kind::ToolResult, .text = {}, .name = textOf(result.name)};
            lone.result = resultText(result);
            lone.hasResult = true;
            lone.isError = result.isError;
            turn(role, false).items.push_back(std::move(lone));
            return;
        }
        SaidItem &item = m_turns[call->turn].items[call->item];
        item.result = resultText(result);
        item.hasResult = true;
        item.isError = result.isError;
    }

    static SaidItem itemOf(const MessagePart &part)
    {
        if (const auto *text = std::get_if<TextPart>(&part)) {
            return {.kind = Kind::Text, .text = textOf(text->text)};
        }
        if (const auto *media = std::get_if<MediaPart>(&part)) {
            return mediaItem(*media);
        }
        if (const auto *thought = std::get_if<ReasoningPart>(&part)) {
            return {.kind = Kind::Reasoning,
                .text = thought->text.empty() ? ConversationWords::tr("The provider shows no text of this.")
                                              : textOf(thought->text)};
        }
        if (const auto *refusal = std::get_if<RefusalPart>(&part)) {
            return {.kind = Kind::Refusal, .text = textOf(refusal->text)};
        }
        const auto &call = std::get<ToolCallPart>(part);
        return {.kind = Kind::ToolCall, .text = indented(call.arguments), .name = textOf(call.name)};
    }

    std::vector<Turn> m_turns;
    std::vector<Call> m_calls;
};

// Clients get answers in the words of a provider that speaks their dialect.
ProviderDialect answerDialect(Dialect client)
{
    return client == Dialect::Anthropic ? ProviderDialect::Anthropic : ProviderDialect::OpenAi;
}

// Puts the steps of a stream together.
class Assembler final {
public:
    void take(const ChatDelta &delta)
    {
        if (const auto *begun = std::get_if<AnswerBegun>(&delta)) {
            m_answer.id = begun->id;
            m_answer.model = begun->model;
            m_answer.created = begun->created;
        } else if (const auto *text = std::get_if<TextGrew>(&delta)) {
            last<TextPart>(text->choice).text += text->text;
        } else if (const auto *refusal = std::get_if<RefusalGrew>(&delta)) {
            last<RefusalPart>(refusal->choice).text += refusal->text;
        } else if (const auto *thought = std::get_if<ReasoningGrew>(&delta)) {
            last<ReasoningPart>(thought->choice).text += thought->text;
        } else if (const auto *signature = std::get_if<ReasoningSigned>(&delta)) {
            sign(*signature);
        } else if (const auto *call = std::get_if<ToolCallBegun>(&delta)) {
            choice(call->choice)
                .parts.push_back(ToolCallPart {
                    .id = call->id, .name = call->name, .arguments = {}, .signature = call->signature});
        } else if (const auto *arguments = std::get_if<ArgumentsGrew>(&delta)) {
            grow(*arguments);
        } else if (const auto *end = std::get_if<ChoiceFinished>(&delta)) {
            choice(end->choice).finish = end->reason;
            choice(end->choice).stopSequence = end->stopSequence;
        } else if (const auto *usage = std::get_if<UsageKnown>(&delta)) {
            m_answer.usage = usage->usage;
        }
    }

    [[nodiscard]] ChatAnswer answer()
    {
        if (m_answer.choices.empty()) {
            m_answer.choices.emplace_back();
        }
        return m_answer;
    }

private:
    AnswerChoice &choice(int index)
    {
        const auto found = std::ranges::find(m_answer.choices, index, &AnswerChoice::index);
        if (found != m_answer.choices.end()) {
            return *found;
        }
        m_answer.choices.push_back({.index = index, .parts = {}});
        return m_answer.choices.back();
    }

    template<typename Part>
    Part &last(int index)
    {
        std::vector<MessagePart> &parts = choice(index).parts;
        if (parts.empty() || !std::holds_alternative<Part>(parts.back())) {
            parts.emplace_back(std::in_place_type<Part>);
        }
        return std::get<Part>(parts.back());
    }

    void sign(const ReasoningSigned &mark)
    {
        ReasoningPart &part = last<ReasoningPart>(mark.choice);
        part.signature = mark.signature;
        part.redacted = mark.redacted;
    }

    void grow(const ArgumentsGrew &piece)
    {
        int index = 0;
        for (MessagePart &part : choice(piece.choice).parts) {
            if (auto *const call = std::get_if<ToolCallPart>(&part); call && index++ == piece.index) {
                call->arguments += piece.text;
            }
        }
    }

    ChatAnswer m_answer;
};

void readPrompt(Teller &teller, QString &problem, const RecordedBodies &bodies, Dialect dialect)
{
    const Result<ChatRequest> request = readChatRequest(dialect, bodies.prompt);
    if (!request) {
        problem = parseJson(bodies.prompt)
            ? ConversationWords::tr("The prompt cannot be shown as a conversation: %1")
                  .arg(request.error().message)
            : ConversationWords::tr(
                "The prompt was too long to be kept whole. What is kept is under Request.");
        return;
    }
    for (const Message &message : request->messages) {
        for (const MessagePart &part : message.parts) {
            teller.say(message.role, part, false);
        }
    }
}

void readAnswer(
    Teller &teller, Conversation &out, const RecordedBodies &bodies, Dialect dialect, bool isStream)
{
    const Result<ChatAnswer> answer = isStream ? assembledAnswer(bodies.answer, dialect)
                                               : readChatAnswer(answerDialect(dialect), bodies.answer);
    if (!answer) {
        out.problem = bodies.isAnswerCut
            ? ConversationWords::tr("The answer was too long to be kept whole. What is kept is under Answer.")
            : ConversationWords::tr("The answer is no message of a model. It is under Answer.");
        return;
    }
    for (const AnswerChoice &choice : answer->choices) {
        for (const MessagePart &part : choice.parts) {
            teller.say(Role::Assistant, part, true);
        }
        out.finishes.push_back(choice.finish);
    }
}

void addMedia(Conversation &conversation, const MediaShelf &media)
{
    for (Turn &turn : conversation.turns) {
        for (SaidItem &item : turn.items) {
            if (!item.sha256.isEmpty()) {
                item.data = media.find(item.sha256.toLatin1());
            }
        }
    }
}

} // namespace

Conversation readConversation(
    const RecordedBodies &bodies, Dialect dialect, bool isStream, const MediaShelf *media)
{
    Conversation out;
    Teller teller;
    readPrompt(teller, out.problem, bodies, dialect);
    if (!bodies.answer.isEmpty()) {
        readAnswer(teller, out, bodies, dialect, isStream);
    }
    out.turns = teller.take();
    if (media) {
        addMedia(out, *media);
    }
    return out;
}

Result<ChatAnswer> assembledAnswer(const QByteArray &stream, Dialect dialect)
{
    const std::unique_ptr<StreamDecoder> decoder = makeDecoder(answerDialect(dialect));
    Assembler assembler;
    const Result<std::vector<ChatDelta>> steps = decoder->decode(stream);
    if (!steps) {
        return failure(steps.error());
    }
    for (const ChatDelta &step : *steps) {
        assembler.take(step);
    }
    // One that was cut has no end, and shows what it has.
    if (const Result<std::vector<ChatDelta>> rest = decoder->end()) {
        for (const ChatDelta &step : *rest) {
            assembler.take(step);
        }
    }
    if (steps->empty()) {
        return failure({.kind = ErrorKind::UpstreamInvalid, .message = {}, .detail = {}});
    }
    return assembler.answer();
}

QString prettyBody(const QByteArray &body)
{
    const std::optional<Json> tree = parseJson(body);
    if (!tree || !tree->is_structured()) {
        return QString::fromUtf8(body);
    }
    return QString::fromStdString(tree->dump(2, ' ', false, Json::error_handler_t::replace));
}

QString prettyAnswer(const QByteArray &answer, Dialect dialect, bool isStream)
{
    if (isStream) {
        if (const Result<ChatAnswer> whole = assembledAnswer(answer, dialect)) {
            return prettyBody(writeChatAnswer(
                dialect, *whole, {.model = whole->model, .wantsUsage = whole->usage.has_value()}));
        }
    }
    return prettyBody(answer);
}

} // namespace nexus
