// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "endpoints/modelsanswer.h"

#include "wire/errorbody.h"

namespace nexus {

namespace {

QByteArray object(const ListedModel &model)
{
    return R"({"id":)" + jsonString(model.id) + R"(,"object":"model","created":0,"owned_by":)"
        + jsonString(model.ownedBy) + '}';
}

} // namespace

QByteArray modelList(const std::vector<ListedModel> &models)
{
    QByteArray body = R"({"object":"list","data":[)";
    const char *separator = "";
    for (const ListedModel &model : models) {
        body += separator;
        body += object(model);
        separator = ",";
    }
    return body + "]}";
}

Result<QByteArray> modelObject(const Router &router, const QByteArray &id)
{
    for (const ListedModel &model : router.models()) {
        if (model.id == id) {
            return object(model);
        }
    }
    const Result<Plan> plan = router.resolve(id);
    if (!plan) {
        return failure(plan.error());
    }
    return object({.id = id, .ownedBy = plan->targets.front().provider.toUtf8()});
}

} // namespace nexus
