// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "contract/requestrecord.h"
#include "pipeline/modelask.h"

namespace nexus {

class TapSink;

//! \brief Fills in the usage where the provider did not tell it: it broke off, the client went, or it never
//! tells.
//!
//! Only where a provider was asked for tokens that it gave and a byte of its answer went to the client; never
//! for answers from memory, which cost nothing. What a provider told before it broke off stays, where it is
//! more.
//! \param tap what the client was sent, nullptr where nothing looked at it
//! \param isWhole whether the provider has told all it had to tell
void estimateUsage(RequestRecord &record, const ModelAsk &ask, const TapSink *tap, bool isWhole);

//! \brief Fills in what was said, where \a config wants that kept.
//!
//! The body that went to the provider is there already, and goes where it is not to be kept.
//! \param request its body is shared, not copied
//! \param tap nullptr for a client that was not let in, of whom nothing is kept
void keepBodies(
    RequestRecord &record, const RequestSnapshot &request, const LedgerConfig &config, const TapSink *tap);

//! \brief What keepBodies() finds of \a bodies, which go to a provider: nothing where none may be kept, and
//! several as an array.
[[nodiscard]] QByteArray sentBody(const std::vector<QByteArray> &bodies, const LedgerConfig &config);

//! \brief How many bytes of an answer a tap keeps for keepBodies().
[[nodiscard]] qint64 keptBytes(const LedgerConfig &config);

} // namespace nexus
