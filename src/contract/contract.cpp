// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/activecount.h"
#include "contract/answertranslator.h"
#include "contract/discoveredmodel.h"
#include "contract/gatewaystatus.h"
#include "contract/httpfetcher.h"
#include "contract/modelsource.h"
#include "contract/plan.h"
#include "contract/principal.h"
#include "contract/requesthandler.h"
#include "contract/requestrecord.h"
#include "contract/responsesink.h"
#include "contract/upstreamcall.h"
