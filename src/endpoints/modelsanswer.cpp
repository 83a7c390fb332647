// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/modelsanswer.h"

#include "wire/errorbody.h"

#include <QDateTime>

namespace nexus {

namespace {

QByteArray openAiObject(const ListedModel &model)
{
    return R"({"id":)" + jsonString(model.id) + R"(,"object":"model","created":)"
        + QByteArray::number(model.created) + R"(,"owned_by":)" + jsonString(model.ownedBy) + '}';
}

// When a model was made is not known for one that stands in the file; Anthropic's clients want a date.
QByteArray anthropicObject(const ListedModel &model)
{
    const QByteArray created
        = QDateTime::fromSecsSinceEpoch(model.created).toUTC().toString(Qt::ISODate).toLatin1();
    return R"({"type":"model","id":)" + jsonString(model.id) + R"(,"display_name":)"
        + jsonString(model.displayName.isEmpty() ? model.id : model.displayName) + R"(,"created_at":")"
        + created + R"("})";
}

QByteArray object(const ListedModel &model, Dialect dialect)
{
    return dialect == Dialect::OpenAi ? openAiObject(model) : anthropicObject(model);
}

QByteArray anthropicListEnd(const std::vector<ListedModel> &models)
{
    const QByteArray first = models.empty() ? QByteArray("null") : jsonString(models.front().id);
    const QByteArray last = models.empty() ? QByteArray("null") : jsonString(models.back().id);
    return R"(],"has_more":false,"first_id":)" + first + R"(,"last_id":)" + last + '}';
}

} // namespace

QByteArray modelList(const std::vector<ListedModel> &models, Dialect dialect)
{
    QByteArrayList objects;
    for (const ListedModel &model : models) {
        objects.append(object(model, dialect));
    }
    const QByteArray data = R"("data":[)" + objects.join(',');
    return dialect == Dialect::OpenAi ? R"({"object":"list",)" + data + "]}"
                                      : '{' + data + anthropicListEnd(models);
}

Result<QByteArray> modelObject(const Router &router, const QByteArray &id, Dialect dialect)
{
    for (const ListedModel &model : router.models()) {
        if (model.id == id) {
            return object(model, dialect);
        }
    }
    const Result<Plan> plan = router.find(id);
    if (!plan) {
        return failure(plan.error());
    }
    return object({.id = id, .ownedBy = plan->targets.front().provider.toUtf8()}, dialect);
}

} // namespace nexus
