// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "wire/headerlist.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QRegularExpression>

#include <map>
#include <vector>

namespace nexus {

//! \brief The `headers` rules of one provider and its models, ready to be applied.
//!
//! They start from nothing, so that no header of a client reaches a provider unless a rule says so. The rules
//! of the provider come first, then those of the model, each in file order:
//! - `forward` with a name takes out what earlier rules put under that name and sets the client's first
//! value,
//!   or the default, under the name or its rename. With a pattern it copies each header of the client that
//!   fits; a default does not apply.
//! - `insert` sets a fixed value, `remove` takes out what earlier rules put in, and `rename_duplicate` sets
//!   the client's first value, or the default, under both names.
//!
//! No rule touches the framing of a request or what concerns one connection only. `forward` leaves alone what
//! the gateway negotiates itself, and a pattern never takes along a header that may hold a credential; by
//! name the owner of the file may do even that. Immutable.
class HeaderRules final {
public:
    explicit HeaderRules(const ProviderConfig &provider);

    //! \brief What goes to the provider for the model of that public name, where the client sent \a client.
    //! Each name stands there once. These win over the provider's own headers.
    [[nodiscard]] HeaderList apply(const QByteArray &publicModel, const HeaderList &client) const;

    //! \brief Whether there is no rule at all.
    [[nodiscard]] bool isEmpty() const { return m_provider.empty() && m_models.empty(); }

private:
    struct Rule {
        HeaderRule rule;
        QRegularExpression pattern; // of a rule that has one
    };
    using Rules = std::vector<Rule>;

    [[nodiscard]] static Rules compiled(const std::vector<HeaderRule> &rules);

    Rules m_provider;
    std::map<QByteArray, Rules> m_models; // by public name, those with rules
};

//! \brief Whether no rule may set \a name: framing, one connection's affairs, the coding of bodies.
[[nodiscard]] bool isFramingHeader(QByteArrayView name);

//! \brief Whether no pattern may copy \a name: isFramingHeader(), what the gateway negotiates itself, and
//! what may hold a credential.
[[nodiscard]] bool isHiddenFromPatterns(QByteArrayView name);

} // namespace nexus
