// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonscan.h"

#include <QByteArrayView>

#include <map>
#include <vector>

namespace nexus {

//! \brief Tells whether the choices of an OpenAI stream all said why they finished.
class StreamCompletion final {
public:
    //! \brief Takes note of one chunk: \a data with its outermost \a members.
    void note(QByteArrayView data, const std::vector<JsonMember> &members);

    //! \brief Whether there was a choice, and every choice that was there has a finish reason.
    [[nodiscard]] bool isComplete() const;

private:
    // By the raw text of `index`; as many as a provider may sensibly send.
    std::map<QByteArray, bool> m_finished;
};

} // namespace nexus
