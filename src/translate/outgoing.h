// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/answertranslator.h"
#include "contract/plan.h"
#include "translate/clientrequest.h"
#include "translate/reasoningmemory.h"
#include "wire/dialect.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace nexus {

//! \brief Between whom a request is said.
struct Translation {
    Dialect client = Dialect::OpenAi;
    ProviderDialect provider = ProviderDialect::OpenAi;
    QString providerName;
    QByteArray upstreamModel; //!< the name the provider knows
    QByteArray askedModel; //!< the name the client used
    QByteArray requestId;
    QList<QByteArray> secrets; //!< what must not show in errors
    bool asksForUsage = true; //!< false for a provider that refuses to be asked, see UsageRefusals
};

//! \brief What goes to a provider for a client's request, and who says its answer to the client.
struct Outgoing {
    std::vector<QByteArray> bodies; //!< one request each; several only for embeddings
    HeaderList headers; //!< no credentials
    std::vector<std::string> dropped; //!< fields of the client's request that had no effect
    bool asksForUsage = false; //!< the body asks for the usage of a stream, and the client did not
    std::unique_ptr<AnswerTranslator> answer;
    //! The answer itself where no provider needs to be asked; the rest is empty then.
    QByteArray ownAnswer;
};

//! \brief Says \a request to a provider.
//!
//! Where both speak the same dialect, the client's bytes go as they came, with another model's name. Never
//! changes \a request: another attempt may say it to another provider.
//! \param memory outlives the answer
//! \return InvalidRequest for what cannot be said to this provider
[[nodiscard]] Result<Outgoing> makeOutgoing(
    const ClientRequest &request, const Translation &translation, ReasoningMemory &memory);

} // namespace nexus
