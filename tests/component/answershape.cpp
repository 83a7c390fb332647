// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace nexus {

namespace {

bool isTextOrNull(const QJsonValue &value)
{
    return value.isString() || value.isNull();
}

} // namespace

ErrorShape errorShape(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject error = root.value(QLatin1String("error")).toObject();
    const QJsonValue message = error.value(QLatin1String("message"));
    const QJsonValue type = error.value(QLatin1String("type"));
    const QJsonValue param = error.value(QLatin1String("param"));
    const QJsonValue code = error.value(QLatin1String("code"));
    return {.isWellFormed = root.size() == 1 && error.size() == 4 && !message.toString().isEmpty()
            && type.isString() && isTextOrNull(param) && isTextOrNull(code),
        .message = message.toString().toUtf8(),
        .type = type.toString().toUtf8(),
        .param = param.toString().toUtf8(),
        .code = code.toString().toUtf8()};
}

QByteArray chunkOf(const QByteArray &model, const QByteArray &content, const QByteArray &finish)
{
    const QByteArray reason = finish.isEmpty() ? QByteArray("null") : '"' + finish + '"';
    return R"({"id":"c1","model":")" + model + R"(","choices":[{"index":0,"delta":{"content":")" + content
        + R"("},"finish_reason":)" + reason + "}]}";
}

QByteArray eventOf(const QByteArray &data)
{
    return "data: " + data + "\n\n";
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const qsizetype size = QString(decoder(bytes)).size();
    return size >= 0 && !decoder.hasError();
}

} // namespace nexus
