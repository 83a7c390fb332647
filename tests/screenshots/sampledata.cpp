// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampledata.h"

#include "wire/json.h"

#include <array>
#include <cmath>
#include <random>

namespace nexus {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

struct SampleModel {
    const char *alias;
    const char *provider;
    const char *model;
    qint64 microDollarsPerThousand;
    int weight;
};

constexpr std::array MODELS {
    SampleModel {"assistant", "openai", "gpt-4o", 6'000, 30},
    SampleModel {"", "openai", "gpt-4o-mini", 360, 25},
    SampleModel {"safe", "anthropic", "claude-sonnet-4-20250514", 9'000, 20},
    SampleModel {"", "google", "gemini-2.5-flash", 900, 12},
    SampleModel {"", "openrouter-for-the-research-group", "meta-llama/llama-3.3-70b-instruct", 300, 6},
    SampleModel {"local", "ollama", "llama3.2:3b", 0, 7},
};

constexpr std::array CLIENTS {
    "support-bot", "nightly-evaluation-of-the-translation-service", "ide", "notebook"};

struct SampleTalk {
    const char *prompt;
    const char *answer;
};

constexpr std::array TALKS {
    SampleTalk {"A customer wants a refund for an order of last Tuesday. Draft a friendly answer.",
        "Thank you for writing to us. I have started the refund; you will see it within three working days."},
    SampleTalk {"Summarise the change log of the last release in three sentences.",
        "Streaming begins sooner, since the head is sent at once. Keys may now lie in the keyring of the "
        "system. Two defects of the importer are gone."},
    SampleTalk {
        "Translate: The train to Konstanz leaves at noon.", "Der Zug nach Konstanz fährt um zwölf Uhr ab."},
};

class Maker final {
public:
    [[nodiscard]] RequestRecord record(const QDateTime &time)
    {
        const SampleModel &model = pickModel();
        RequestRecord out = begun(time, model);
        const int fate = below(100);
        if (fate < 3) {
            refuse(out);
        } else if (fate < 6) {
            fail(out, model);
        } else {
            answer(out, model, fate);
        }
        return out;
    }

    [[nodiscard]] int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }

private:
    const SampleModel &pickModel()
    {
        int left = below(100);
        for (const SampleModel &model : MODELS) {
            left -= model.weight;
            if (left < 0) {
                return model;
            }
        }
        return MODELS.front();
    }

    RequestRecord begun(const QDateTime &time, const SampleModel &model)
    {
        RequestRecord out;
        out.time = std::chrono::system_clock::time_point(milliseconds(time.toMSecsSinceEpoch()));
        out.requestId = "req_" + QByteArray::number(static_cast<quint64>(m_random()), 16);
        out.method = "POST";
        out.path = "/llm/v1/chat/completions";
        out.operation = Operation::Chat;
        out.who.label = CLIENTS.at(static_cast<std::size_t>(below(static_cast<int>(CLIENTS.size()))));
        out.who.address = QHostAddress::LocalHost;
        out.alias = QLatin1String(model.alias);
        const QByteArray direct = QByteArray(model.provider) + '/' + model.model;
        out.askedModel = out.alias.isEmpty() ? direct : out.alias.toUtf8();
        out.isStream = below(3) > 0;
        out.bytesIn = 600 + below(9'000);
        return out;
    }

    static void refuse(RequestRecord &out)
    {
        out.outcome = Outcome::Refused;
        out.status = 429;
        out.duration = milliseconds(1);
        out.error = Error {.kind = ErrorKind::RateLimited,
            .message
            = QStringLiteral("The limit of 60 requests a minute is reached. Try again in 12 seconds."),
            .detail = {}};
    }

    void fail(RequestRecord &out, const SampleModel &model)
    {
        out.outcome = Outcome::Failed;
        out.status = 502;
        out.provider = QLatin1String(model.provider);
        out.upstreamModel = model.model;
        const Error error {.kind = ErrorKind::UpstreamOverloaded,
            .message
            = QStringLiteral("%1 is overloaded (529). Try again, or add a second target to the alias.")
                  .arg(out.provider),
            .detail = {}};
        for (int i = 0; i < 2; ++i) {
            out.attempts.push_back({.provider = out.provider,
                .model = out.upstreamModel,
                .status = 529,
                .begin = milliseconds(i * 900),
                .firstByte = milliseconds(180),
                .duration = milliseconds(200),
                .error = error});
        }
        out.duration = milliseconds(1'150 + below(400));
        out.error = error;
    }

    void answer(RequestRecord &out, const SampleModel &model, int fate)
    {
        const SampleTalk &talk = TALKS.at(static_cast<std::size_t>(below(static_cast<int>(TALKS.size()))));
        out.status = 200;
        out.provider = QLatin1String(model.provider);
        out.upstreamModel = model.model;
        out.cache = fate < 12 ? CacheUse::Hit : CacheUse::Miss;
        const qint64 input = 200 + below(2'600);
        const qint64 output = 40 + below(900);
        out.usage = TokenUsage {.input = input, .cacheRead = input / 3, .output = output};
        out.microDollars = (input + 3 * output) * model.microDollarsPerThousand / 2'000;
        out.priceVersion = "2026-05";
        const milliseconds first(220 + below(700));
        const milliseconds whole = first + milliseconds(output * 1000 / (40 + below(60)));
        if (out.cache == CacheUse::Miss) {
            if (fate < 16) {
                out.attempts.push_back({.provider = QStringLiteral("anthropic"),
                    .model = "claude-sonnet-4-20250514",
                    .status = 503,
                    .begin = milliseconds(1),
                    .firstByte = milliseconds(120),
                    .duration = milliseconds(130)});
            }
            out.attempts.push_back({.provider = out.provider,
                .model = out.upstreamModel,
                .status = 200,
                .begin = milliseconds(fate < 16 ? 140 : 2),
                .firstByte = first,
                .duration = whole});
        }
        out.firstByte = out.cache == CacheUse::Hit ? microseconds(400) : microseconds(first);
        out.duration = out.cache == CacheUse::Hit ? microseconds(900) : microseconds(whole);
        out.bytesOut = output * 6;
        out.dropped = fate > 90 ? "logit_bias, user" : "";
        out.bodies = {.prompt = prompt(out, talk), .answer = said(out, talk)};
    }

    static QByteArray prompt(const RequestRecord &out, const SampleTalk &talk)
    {
        Json body;
        body["model"] = out.askedModel.toStdString();
        body["messages"] = Json::array({{{"role", "system"}, {"content", "You answer briefly and kindly."}},
            {{"role", "user"}, {"content", talk.prompt}}});
        body["temperature"] = 0.2;
        return QByteArray::fromStdString(body.dump());
    }

    static QByteArray said(const RequestRecord &out, const SampleTalk &talk)
    {
        if (out.isStream) {
            return streamed(talk);
        }
        Json body;
        body["id"] = "chatcmpl-1";
        body["object"] = "chat.completion";
        body["model"] = out.upstreamModel.toStdString();
        body["choices"] = Json::array({{{"index", 0}, {"finish_reason", "stop"},
            {"message", {{"role", "assistant"}, {"content", talk.answer}}}}});
        body["usage"] = {{"prompt_tokens", out.usage->input}, {"completion_tokens", out.usage->output},
            {"total_tokens", out.usage->input + out.usage->output}};
        return QByteArray::fromStdString(body.dump());
    }

    static QByteArray streamed(const SampleTalk &talk)
    {
        QByteArray out;
        const auto add = [&out](const Json &delta, const Json &reason) {
            Json body;
            body["id"] = "chatcmpl-1";
            body["object"] = "chat.completion.chunk";
            body["choices"] = Json::array({{{"index", 0}, {"delta", delta}, {"finish_reason", reason}}});
            out += "data: " + QByteArray::fromStdString(body.dump()) + "\n\n";
        };
        add({{"role", "assistant"}, {"content", ""}}, nullptr);
        for (const QByteArray &word : QByteArray(talk.answer).split(' ')) {
            add({{"content", word.toStdString() + " "}}, nullptr);
        }
        add(Json::object(), "stop");
        return out + "data: [DONE]\n\n";
    }

    std::mt19937 m_random {20'260'101};
};

} // namespace

QByteArray sampleConfig(const QUrl &models)
{
    return QByteArrayLiteral(R"(# What the team uses.
[server]
listen_address = "127.0.0.1:0"

[llm.providers.openai]
type = "openai"
base_url = "@MODELS@"
api_key = "sk-sample-0000"

[llm.providers.openai.models]
gpt-4o.price = { input = 2.5, output = 10, cache_read = 1.25 }
gpt-4o-mini.price = { input = 0.15, output = 0.6, cache_read = 0.075 }
o4-mini.price = { input = 1.1, output = 4.4, cache_read = 0.275 }
text-embedding-3-large.price = { input = 0.13, output = 0 }

[llm.providers.anthropic]
type = "anthropic"
base_url = "@MODELS@"
api_key = "sk-sample-0000"

[llm.providers.anthropic.models]
claude-sonnet-4-20250514.price = { input = 3, output = 15, cache_read = 0.3, cache_write = 3.75 }

[llm.providers.google]
type = "google"
base_url = "@MODELS@beta"
api_key = "sample-0000"

[llm.providers.google.models]
"gemini-2.5-flash".price = { input = 0.3, output = 2.5, cache_read = 0.03 }

[llm.providers.openrouter-for-the-research-group]
type = "openai"
base_url = "@MODELS@"
api_key = "sk-or-sample-0000"

[llm.providers.ollama]
type = "ollama"
base_url = "@MODELS@"

[llm.aliases]
local = "ollama/llama3.2:3b"

[llm.aliases.assistant]
targets = ["openai/gpt-4o", "anthropic/claude-sonnet-4-20250514"]
temperature = 0.2

[llm.aliases.safe]
targets = ["anthropic/claude-sonnet-4-20250514", "openai/gpt-4o", "google/gemini-2.5-flash"]
strategy = "round_robin"

[ledger]
bodies = "all"

[budgets.team]
limit_usd = 150
period = "month"
action = "warn"

[budgets.notebooks]
limit_usd = 2.5
period = "day"
action = "block"
client = "notebook"
)")
        .replace("@MODELS@", models.toEncoded());
}

std::vector<RequestRecord> sampleRecords(const QDateTime &now)
{
    Maker maker;
    std::vector<RequestRecord> out;
    constexpr int days = 30;
    for (int day = days; day >= 0; --day) {
        const QDateTime midnight = now.date().addDays(-day).startOfDay();
        const bool isWeekend = midnight.date().dayOfWeek() > 5;
        const int count = isWeekend ? 20 + maker.below(20) : 70 + maker.below(60);
        const qint64 span = std::min<qint64>(86'400, midnight.secsTo(now));
        for (int i = 0; i < count && span > 60; ++i) {
            out.push_back(maker.record(midnight.addSecs(span * i / count + maker.below(40))));
        }
    }
    std::erase_if(out, [&now](const RequestRecord &record) {
        return record.time > std::chrono::system_clock::time_point(milliseconds(now.toMSecsSinceEpoch()));
    });
    std::ranges::sort(out, {}, &RequestRecord::time);
    return out;
}

void askAboutPicture(RequestRecord &record, const QByteArray &png)
{
    const std::string url = "data:image/png;base64," + png.toBase64().toStdString();
    Json body;
    body["model"] = record.askedModel.toStdString();
    body["messages"] = Json::array({{{"role", "user"},
        {"content",
            Json::array({{{"type", "text"}, {"text", "What does this chart show? One sentence."}},
                {{"type", "image_url"}, {"image_url", {{"url", url}}}}})}}});
    Json answer;
    answer["object"] = "chat.completion";
    answer["choices"] = Json::array({{{"index", 0}, {"finish_reason", "stop"},
        {"message",
            {{"role", "assistant"},
                {"content", "Visits rose from Monday to Thursday and fell by half at the weekend."}}}}});
    record.isStream = false;
    record.bodies = {
        .prompt = QByteArray::fromStdString(body.dump()), .answer = QByteArray::fromStdString(answer.dump())};
}

} // namespace nexus
