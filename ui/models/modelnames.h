// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "configedit/configtext.h"

#include <QStringList>

namespace nexus {

class GatewayHost;

//! \brief All names that clients of \a host may ask for, in the order in which it lists them: aliases first,
//! then `provider/model`. Empty without a configuration.
[[nodiscard]] QStringList listedModels(GatewayHost &host);

//! \brief The models of \a provider that are known now, as it names them: those of the file first.
[[nodiscard]] QStringList modelNames(GatewayHost &host, const QString &provider);

//! \brief Why \a provider has no list of models, in a sentence; empty when there is one, or when it is on
//! its way.
[[nodiscard]] QString missingListReason(GatewayHost &host, const QString &provider);

//! \brief The names in \a text, which people write with commas or spaces between them; each once.
[[nodiscard]] QStringList typedModels(const QString &text);

//! \brief \a text with \a models of \a provider as well, as `[llm.providers.NAME.models.MODEL]`; those that
//! stand there stay as they are.
[[nodiscard]] Result<ConfigText> withModels(
    const ConfigText &text, const QString &provider, const QStringList &models);

//! \brief Whether \a text names \a model of \a provider and says nothing else of it, so that nothing but the
//! name is lost with withoutModel().
[[nodiscard]] bool isPlainModel(const ConfigText &text, const QString &provider, const QString &model);

//! \brief \a text without \a model of \a provider.
[[nodiscard]] Result<ConfigText> withoutModel(
    const ConfigText &text, const QString &provider, const QString &model);

//! \brief What a request to \a model calls the most tokens of its answer: `max_tokens`, or
//! `max_completion_tokens` where that is refused.
//! \param model `provider/model` or an alias, whose first target counts
[[nodiscard]] const char *outputLimitKey(const ConfigSnapshot &config, const QString &model);

} // namespace nexus
