// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictbehaviour.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nexus::kit {

namespace {

using Kind = Behaviour::Kind;

constexpr std::array s_words {
    std::pair {std::string_view("html"), Kind::Html},
    std::pair {std::string_view("cut"), Kind::Cut},
    std::pair {std::string_view("error-event"), Kind::ErrorEvent},
    std::pair {std::string_view("hang"), Kind::Hang},
    std::pair {std::string_view("hang-mid"), Kind::HangMid},
    std::pair {std::string_view("slow"), Kind::Slow},
    std::pair {std::string_view("length"), Kind::Length},
    std::pair {std::string_view("refusal"), Kind::Refusal},
    std::pair {std::string_view("blocked"), Kind::Blocked},
    std::pair {std::string_view("empty"), Kind::Empty},
};

bool endsWithWord(std::string_view name, std::string_view word)
{
    if (!name.ends_with(word)) {
        return false;
    }
    const std::size_t at = name.size() - word.size();
    return at == 0 || std::string_view("/.:-").find(name[at - 1]) != std::string_view::npos;
}

int statusOf(std::string_view model)
{
    constexpr std::size_t digits = 3;
    if (model.size() < digits) {
        return 0;
    }
    const std::string_view number = model.substr(model.size() - digits);
    const bool isNumber
        = std::ranges::all_of(number, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!isNumber || !endsWithWord(model.substr(0, model.size() - digits), "status-")) {
        return 0;
    }
    return QByteArray(number.data(), static_cast<qsizetype>(digits)).toInt();
}

qsizetype sizeOf(const QByteArrayList &pieces, qsizetype count)
{
    qsizetype size = 0;
    for (const QByteArray &piece : pieces.first(std::min(count, pieces.size()))) {
        size += piece.size();
    }
    return size;
}

} // namespace

Behaviour behaviourOf(std::string_view model)
{
    if (const int status = statusOf(model); status != 0) {
        return {Kind::Status, status};
    }
    for (const auto &[word, kind] : s_words) {
        if (endsWithWord(model, word)) {
            return {kind, 200};
        }
    }
    return {};
}

Reply playStream(const Behaviour &behaviour, const StreamScript &script)
{
    constexpr qsizetype insideAnEvent = 20;
    constexpr std::chrono::milliseconds pause {50};
    const qsizetype before = std::clamp<qsizetype>(script.pieces.size() - 1, 0, 3);
    const Reply reply = Reply::stream(script.contentType, script.pieces);
    if (behaviour.kind == Kind::Cut) {
        return reply.cutAfter(sizeOf(script.pieces, before) + insideAnEvent);
    }
    if (behaviour.kind == Kind::HangMid) {
        return reply.hangAfter(sizeOf(script.pieces, std::min<qsizetype>(before, 2)));
    }
    if (behaviour.kind == Kind::ErrorEvent) {
        return Reply::stream(
            script.contentType, script.pieces.first(before) + QByteArrayList {script.errorPiece});
    }
    return behaviour.kind == Kind::Slow ? reply.pausing(pause) : reply;
}

} // namespace nexus::kit
