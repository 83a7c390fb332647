// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictprobe.h"

#include <algorithm>

namespace nexus::kit {

Json SeenReply::json() const
{
    return Json::parse(body.begin(), body.end(), nullptr, false);
}

SeenReply seen(const Reply &reply)
{
    const Playback play = reply.playback();
    const auto stop = std::ranges::find_if(
        play.stops, [](const Stop &each) { return each.action != Stop::Action::Pause; });
    SeenReply result;
    result.isStopped = stop != play.stops.end();
    QByteArray buffer = result.isStopped ? play.bytes.left(stop->at) : play.bytes;
    const auto head = takeHead(buffer);
    if (!head) {
        return result;
    }
    result.status = head->startLine.split(' ').value(1).toInt();
    result.headers = head->headers;
    BodyReader::ofAnswer(result.status, head->headers, false).take(buffer, result.body);
    return result;
}

ReceivedRequest posted(const QByteArray &target, const Headers &headers, const Json &body)
{
    ReceivedRequest request;
    request.method = "POST";
    request.target = target;
    request.headers = headers;
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = QByteArray::fromStdString(body.dump());
    request.isComplete = true;
    return request;
}

Json parsed(std::string_view text)
{
    return Json::parse(text);
}

Json edited(Json base, std::string_view edits)
{
    const Json list = parsed(edits);
    for (const auto &[pointer, value] : list.items()) {
        if (value == "<gone>") {
            base = base.patch({{{"op", "remove"}, {"path", pointer}}});
        } else {
            base[Json::json_pointer(pointer)] = value;
        }
    }
    return base;
}

} // namespace nexus::kit
