// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dialects/anthropic/modeltraits.h"
#include "wire/chatrequest.h"
#include "wire/json.h"

#include <string>
#include <vector>

namespace nexus::anthropic {

//! \brief What the rest of a request says about thinking.
struct ThinkingSurroundings {
    bool forcesTool = false; //!< some tool must be called
    bool mustForce = false; //!< because the answer needs it
    bool lacksThoughts
        = false; //!< the last turn of the assistant does not begin with thoughts that can go back
};

//! \brief How a model is told to think, and with how many tokens in all.
struct ThinkingPlan {
    Json thinking; //!< the `thinking` object, null for none
    std::string effort; //!< `output_config.effort`, empty for none
    qint64 maxTokens = 0; //!< `max_tokens`
    bool isThinking = false; //!< whether the request itself asks for thoughts
    bool unforcesTool = false; //!< whether the forced tool must give way
};

//! \brief What becomes of \a request.reasoning and \a request.maxTokens; what had no effect is added to
//! \a request.dropped.
//!
//! Without `max_tokens` the model may write all it can. A budget follows the effort (`minimal` 1024, `low`
//! 2048, `medium` 8192, `high` 16000, above 32000); the API wants 1024 at least and less than `max_tokens`,
//! so a budget from an effort takes at most half of what the client allows. A thought that was only asked for
//! by an effort gives way to a forced tool; one that was asked for in so many words makes the tool give way.
[[nodiscard]] ThinkingPlan planThinking(
    ChatRequest &request, const ModelTraits &traits, const ThinkingSurroundings &surroundings);

} // namespace nexus::anthropic
